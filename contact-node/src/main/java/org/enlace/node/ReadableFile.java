package org.enlace.node;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.enlace.directory.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// The path, if given, leads to a file (or folder) that this process may read.
@Documented
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReadableFile.Check.class)
@interface ReadableFile {
    String message();

    boolean folder() default false;

    /// Whether it holds something that only the account of the node may read.
    boolean secret() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Looks at the file system.
    final class Check implements ConstraintValidator<ReadableFile, @Nullable Path> {
        private boolean folder;
        private boolean secret;

        @Override
        public void initialize(ReadableFile constraint) {
            folder = constraint.folder();
            secret = constraint.secret();
        }

        @Override
        public boolean isValid(@Nullable Path path, ConstraintValidatorContext context) {
            if (path == null) {
                return true;
            }
            if (secret && Files.exists(path) && !PrivateFiles.isPrivate(path)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(
                                "Others may use this file; set its permissions to 600 for the account of the node")
                        .addConstraintViolation();
                return false;
            }
            return Files.isReadable(path) && (folder ? Files.isDirectory(path) : Files.isRegularFile(path));
        }
    }
}
