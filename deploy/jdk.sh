# Read by the commands beside it: finds a JDK 25 and says what it cannot do.

say() {
    printf '%s\n' "$*" >&2
}

# Where JDKs usually are, in the order in which they are tried. ENLACE_JAVA_HOME names one, ENLACE_JDKS other folders of them.
jdk() {
    on_path=$(command -v java 2>/dev/null || true)
    for home in \
        "${ENLACE_JAVA_HOME:-}" "${JAVA_HOME:-}" \
        ${ENLACE_JDKS-"${on_path%/bin/java}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home}; do
        [ -x "$home/bin/java" ] && [ -r "$home/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" = 25 ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

if ! java_home=$(jdk); then
    say "Enlace needs a JDK 25 and none was found; install one (for example Temurin 25) or name it in ENLACE_JAVA_HOME."
    exit 1
fi
