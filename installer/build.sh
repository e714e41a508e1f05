#!/usr/bin/env bash
# Makes an installer for the system it runs on: .deb or .rpm on Linux, .dmg on macOS, .msi on Windows (in Git Bash).
#
#   installer/build.sh [--no-build] [--image-only] [--type deb|rpm|dmg|pkg|msi|exe]
#
# Needs a JDK 25 and Maven; for .deb dpkg-deb and fakeroot, for .rpm rpmbuild, for .msi WiX. Leaves everything in target/installer.
set -euo pipefail
cd "$(dirname "$0")/.."

build=yes image_only=no type=
while [ $# -gt 0 ]; do
  case $1 in
    --no-build) build=no ;;
    --image-only) image_only=yes ;;
    --type) type=${2:?--type needs a value}; shift ;;
    *) sed -n '2,6p' "$0" >&2; exit 2 ;;
  esac
  shift
done

case $(uname -s) in
  Linux) os=linux; natives=Linux ;;
  Darwin) os=mac; natives=Mac ;;
  MINGW*|MSYS*|CYGWIN*) os=windows; natives=Windows ;;
  *) echo "installer: this system is not known." >&2; exit 1 ;;
esac
case $(uname -m) in
  x86_64|amd64) arch=x86_64 ;;
  aarch64|arm64) arch=aarch64 ;;
  *) echo "installer: this processor is not known." >&2; exit 1 ;;
esac

# The JDK: named by JAVA_HOME, on the path, or where systems put it.
fits() { [ -x "$1/bin/jpackage" ] && grep -q '^JAVA_VERSION="2[5-9]' "$1/release" 2>/dev/null; }
jdk=
on_path=$(command -v java 2>/dev/null || true)
[ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
for dir in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /c/Program\ Files/*/jdk-2*; do
  if [ -n "$dir" ] && fits "$dir"; then jdk=$dir; break; fi
done
[ -n "$jdk" ] || { echo "installer: needs a JDK 25 and found none. Set JAVA_HOME." >&2; exit 1; }

if [ $build = yes ]; then mvn -q -Dmaven.test.skip=true -Daot.skip=true package; fi
version=$(sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p' pom.xml | head -1)
jar=codeheals-$version.jar
[ -f "target/codeheals/lib/$jar" ] || { echo "installer: target/codeheals is missing; leave --no-build away." >&2; exit 1; }

work=target/installer
rm -rf "$work"
mkdir -p "$work/input" "$work/resources"

# 1. The program's own jars, without native code of other systems.
cp -p target/codeheals/lib/*.jar "$work/input/"
trim() {  # trim JAR KEPT-PREFIX ALL-PREFIX: drops the entries under ALL-PREFIX that do not lie under KEPT-PREFIX
  python3 - "$@" <<'PY'
import os, sys, zipfile
jar, kept, everything = sys.argv[1:4]
made = jar + ".new"
with zipfile.ZipFile(jar) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
    for entry in old.infolist():
        native = entry.filename.startswith(everything.split("|")[0]) if "|" not in everything else entry.filename.endswith(tuple(everything.split("|")))
        if not native or entry.filename.startswith(kept):
            new.writestr(entry, b"" if entry.is_dir() else old.read(entry))
os.replace(made, jar)
PY
}
sqlite=$(echo "$work"/input/sqlite-jdbc-*.jar)
if [ $os = linux ]; then
  unzip -q -j -o "$sqlite" "org/sqlite/native/Linux/$arch/libsqlitejdbc.so" -d "$work/input"
  trim "$sqlite" none org/sqlite/native/
else
  trim "$sqlite" "org/sqlite/native/$natives/$arch/" org/sqlite/native/
fi
case $os-$arch in
  linux-x86_64) jna=linux-x86-64 ;; linux-aarch64) jna=linux-aarch64 ;;
  mac-*) jna=darwin- ;; windows-x86_64) jna=win32-x86-64 ;; *) jna=win32-aarch64 ;;
esac
for file in "$work"/input/jna-5*.jar; do trim "$file" "com/sun/jna/$jna" "libjnidispatch.so|libjnidispatch.a|libjnidispatch.jnilib|jnidispatch.dll"; done

# 2. A Java with no more than is used.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --module-path "target/codeheals/javafx$([ $os = windows ] && echo ';' || echo ':')$jdk/jmods" \
  --add-modules "$modules,javafx.controls,javafx.fxml,javafx.swing" --strip-debug --no-header-files --no-man-pages --compress "${COMPRESS:-zip-0}" \
  --output "$work/runtime"

# 3. The application image.
options=()
for option in --enable-native-access=javafx.graphics,ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms40m -XX:MinHeapFreeRatio=20 \
    -XX:MaxHeapFreeRatio=40; do
  options+=(--java-options "$option")
done
case $os in
  linux) icon=assets/icon/codeheals-512.png ;;
  windows) icon=assets/icon/codeheals.ico; options+=(--win-console) ;;
  mac)
    icon=$work/codeheals.icns; set=$work/codeheals.iconset; mkdir -p "$set"
    for size in 16 32 128 256 512; do
      cp "assets/icon/codeheals-$size.png" "$set/icon_${size}x$size.png"
      [ $size = 16 ] || cp "assets/icon/codeheals-$size.png" "$set/icon_$((size / 2))x$((size / 2))@2x.png"
    done
    iconutil -c icns -o "$icon" "$set" ;;
esac
about=(--name codeheals --app-version "$version" --vendor "Code Heals Itself" --description "Heals failing Python programs, proves it, and asks first")
"$jdk/bin/jpackage" --type app-image "${about[@]}" --input "$work/input" --main-jar "$jar" --main-class dev.codeheals.Main \
  --runtime-image "$work/runtime" --icon "$icon" "${options[@]}" --dest "$work/image"
image=$work/image/codeheals
[ $os = mac ] && image=$image.app

# 4. On Linux the launcher of the build serves here too: it picks the options and the recorded start for a window or a command.
if [ $os = linux ]; then
  cp target/codeheals/bin/codeheals "$image/bin/codeheals"
  chmod 755 "$image/bin/codeheals"
  rm -f "$image/lib/app/codeheals.cfg" "$image/lib/libapplauncher.so"
fi

# 5. Recorded starts. A jar's time counts in whole seconds from here on, as packages keep no more.
find "$image" -name '*.jar' -exec touch -d @"$(date +%s)" {} + 2>/dev/null || true
if [ $os = linux ]; then installer/rehearse.sh "$image" --heal; fi
du -sh "$image"
[ $image_only = no ] || exit 0

# 6. The package.
case $os in
  linux) type=${type:-$(command -v dpkg-deb > /dev/null && echo deb || echo rpm)} ;;
  mac) type=${type:-dmg} ;;
  windows) type=${type:-msi} ;;
esac
if [ "$type" = deb ]; then
  root=$work/deb
  mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/doc/codeheals" \
    "$root/usr/share/bash-completion/completions" "$root/usr/share/fish/vendor_completions.d" "$root/usr/share/icons/hicolor/scalable/apps"
  cp -a "$image" "$root/opt/codeheals"
  ln -s /opt/codeheals/bin/codeheals "$root/usr/bin/codeheals"
  cp installer/linux/codeheals.desktop "$root/usr/share/applications/"
  cp LICENSE "$root/usr/share/doc/codeheals/copyright"
  cp assets/icon/codeheals.svg "$root/usr/share/icons/hicolor/scalable/apps/"
  for size in 16 24 32 48 64 128 256 512; do
    install -D -m 644 "assets/icon/codeheals-$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/codeheals.png"
  done
  "$image/bin/codeheals" completion bash > "$root/usr/share/bash-completion/completions/codeheals"
  "$image/bin/codeheals" completion fish > "$root/usr/share/fish/vendor_completions.d/codeheals.fish"
  sed -e "s/@version@/$version/" -e "s/@arch@/$(dpkg --print-architecture)/" -e "s/@size@/$(du -sk "$root" | cut -f1)/" \
    installer/linux/control > "$root/DEBIAN/control"
  chmod -R u=rwX,go=rX "$root"
  dpkg-deb --root-owner-group -Zxz -z2 --build "$root" "$work/codeheals_${version}_$(dpkg --print-architecture).deb" > /dev/null
  rm -rf "$root"
else
  case $type in
    rpm) extra=(--linux-shortcut --linux-menu-group Development --linux-rpm-license-type MIT --resource-dir installer/linux
           --linux-package-deps "gtk3, libXtst, libXxf86vm, mesa-libGL, python3") ;;
    msi|exe) extra=(--win-menu --win-shortcut --win-dir-chooser --win-per-user-install) ;;
    *) extra=(--mac-package-name "Code Heals") ;;
  esac
  "$jdk/bin/jpackage" --type "$type" "${about[@]}" --app-image "$image" --dest "$work" --license-file LICENSE "${extra[@]}"
fi
ls -l "$work"/*."$type"
