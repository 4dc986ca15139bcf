# Sourced by `build` and `homeostat`: prints the home of a JDK 25, or says what to install.

is_jdk25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25[".]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25[".]'
  fi
}

find_jdk() {
  local candidate java
  if [ -n "${JAVA_HOME:-}" ] && is_jdk25 "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  if java=$(command -v java); then
    candidate=$(dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")")")
    if is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  fi
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "homeostat: JDK 25 is needed and was not found (looked at JAVA_HOME, at java on the PATH, and in the usual folders)." >&2
  echo "           Install one, for example Temurin 25, or set JAVA_HOME to it." >&2
  return 1
}
