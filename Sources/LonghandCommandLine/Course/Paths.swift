#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How paths are read and shown, seen from the working directory.
struct Paths: Sendable {
  /// The folder that relative paths start from; empty when it is gone.
  let workingDirectory: String

  /// The path for the operating system.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") || workingDirectory.isEmpty ? path : workingDirectory + "/" + path
  }

  /// The file of the given name, as its reader typed it.
  func file(_ path: String) -> TextFile {
    TextFile(path: absolute(path), shownPath: path)
  }

  /// The path as people are shown it: short where it lies in the working directory.
  func shown(_ path: String) -> String {
    let path = URL(filePath: path).standardizedFileURL.plainPath
    let prefix = workingDirectory + "/"
    return !workingDirectory.isEmpty && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
