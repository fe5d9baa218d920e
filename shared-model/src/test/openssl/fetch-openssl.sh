#!/bin/sh
# Puts an OpenSSL that knows ML-KEM and ML-DSA in CMS (3.6 or later) beside the system's own and prints its path.
# It comes from Debian's packages, with its own C library; nothing outside the given folder is touched, root is not
# needed. Usage: fetch-openssl.sh [folder], by default ~/.cache/enlace/openssl.
set -eu
suite=forky
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/enlace/openssl}
if [ -x "$folder/openssl" ] && "$folder/openssl" version >/dev/null 2>&1; then
    echo "$folder/openssl"
    exit 0
fi
mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" "$work/root"
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep '/debian/$' | sort -u | head -1)
key=$(dpkg -L debian-archive-keyring | grep 'debian-archive-keyring.gpg$' | head -1)
echo "deb [signed-by=$key] $mirror $suite main" >"$work/sources.list"
apt() {
    apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@" >&2
}
apt update
(cd "$work/debs" && apt download "openssl/$suite" "libssl3t64/$suite" "libc6/$suite" "zlib1g/$suite" "libzstd1/$suite")
for package in "$work"/debs/*.deb; do
    dpkg-deb -x "$package" "$work/root"
done
loader=$(find "$work/root" -name 'ld-linux-*.so.*' | head -1)
libraries=$(dirname "$(find "$work/root" -name libssl.so.3 | head -1)")
: >"$work/none.cnf"
cat >"$work/openssl" <<END
#!/bin/sh
OPENSSL_CONF=$folder/none.cnf exec $folder${loader#"$work"} --library-path $folder${libraries#"$work"} $folder/root/usr/bin/openssl "\$@"
END
chmod +x "$work/openssl"
rm -rf "$work/lists" "$work/cache" "$work/debs" "$folder"
mv "$work" "$folder"
trap - EXIT
"$folder/openssl" version >&2
echo "$folder/openssl"
