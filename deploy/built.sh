# Read by the commands beside it, after jdk.sh: sees to it that what they start was built from the sources that are here.

root=$(dirname "$here")
built=$here/target/demo
to_build="mvn -B clean package -DskipTests"

# The first source that was changed, added or deleted after the build began, a moment that the build has left; nothing if there
# is none. Assets are looked at one by one, because what they need is installed beside them.
changed() {
    TZ=UTC0 touch -t "$(cat "$built/built")" "$built/built" 2>/dev/null || true
    find "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root"/contact-node/assets/* \
        -name node_modules -prune -o -newer "$built/built" -print | head -n 1
}

# Whether processes were started from what is built: it must not be deleted under them.
runs() {
    case $(ps -A -o args= 2>/dev/null || true) in
        *"$built/"*) return 0 ;;
        *) return 1 ;;
    esac
}

# Builds, or says what stands in the way.
#
# $1: why
build() {
    if ! command -v mvn >/dev/null 2>&1; then
        if [ -d "$built/lib" ]; then
            say "$1. Maven was not found, so this starts what was built before. To build: $to_build in $root."
            return 0
        fi
        say "$1 and Maven was not found; install Maven 3.8 or later."
        exit 1
    fi
    if [ -d "$built/lib" ] && runs; then
        say "$1. A network runs on what was built before, so this starts that too. To build: deploy/demo down, then once more."
        return 0
    fi
    say "$1. Building; this takes some minutes ..."
    if ! (cd "$root" && JAVA_HOME=$java_home mvn -B -q clean package -DskipTests -Dcyclonedx.skip=true >&2); then
        say "The build failed; the lines above say why."
        exit 1
    fi
}

# For what needs any build.
any_build() {
    [ -d "$built/lib" ] || build "Enlace is not built yet"
}

# For what starts something.
fresh_build() {
    any_build
    if [ ! -f "$built/built" ]; then
        build "Enlace was built at an unknown time"
        return 0
    fi
    source=$(changed)
    [ -z "$source" ] || build "${source#"$root"/} has changed since Enlace was built"
}
