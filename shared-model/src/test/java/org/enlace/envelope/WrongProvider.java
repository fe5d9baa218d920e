package org.enlace.envelope;

import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import javax.crypto.CipherSpi;
import org.jspecify.annotations.Nullable;

/// A provider that does everything as Bouncy Castle does, but whose AES-GCM forgets to encrypt, and that knows no
/// curves and no lattices.
final class WrongProvider extends Provider {

    WrongProvider() {
        super("Wrong", "1", "Forgets to encrypt");
        putService(new Service(this, "Cipher", "AES/GCM/NoPadding", Plain.class.getName(), List.of(), null) {
            @Override
            public Object newInstance(@Nullable Object parameter) {
                return new Plain();
            }
        });
    }

    private static final class Plain extends CipherSpi {
        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 16;
        }

        @Override
        protected int engineGetOutputSize(int inputLength) {
            return inputLength;
        }

        @Override
        protected byte[] engineGetIV() {
            return new byte[12];
        }

        @Override
        protected @Nullable AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {}

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {}

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {}

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            return engineDoFinal(input, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int to) {
            System.arraycopy(input, offset, output, to, length);
            return length;
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length) {
            return java.util.Arrays.copyOfRange(input, offset, offset + length);
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int to) {
            return engineUpdate(input, offset, length, output, to);
        }
    }
}
