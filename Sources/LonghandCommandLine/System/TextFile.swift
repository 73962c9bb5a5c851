#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file by its path: the one place that reads and writes files.
struct TextFile: Sendable {
  /// Where it is, for the operating system.
  let path: String
  /// What people call it.
  let shownPath: String

  /// The most bytes that a lesson may have.
  static let sizeLimit = 10_000_000

  /// The file's bytes; it is refused by its size before it is read, where it has one.
  func bytes(limit: Int = sizeLimit) throws(Failure) -> [UInt8] {
    try bytes(limit: limit, Platform.read)
  }

  /// The file's bytes, unless it is a pipe or a device, for which the program would have to wait.
  func bytesAtOnce(limit: Int = sizeLimit) throws(Failure) -> [UInt8] {
    try bytes(limit: limit, Platform.readRegularFile)
  }

  private func bytes(
    limit: Int, _ read: (_ path: String, _ limit: Int) throws(SystemError) -> [UInt8]?
  ) throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      if let bytes = try read(path, limit) { return bytes }
    } catch {
      throw Failure(.failure, "cannot read `\(shownPath)`: \(error.reason)")
    }
    throw TextFile.tooLarge(shownPath, limit: limit)
  }

  /// What is said of a file, or of standard input, that holds more than `limit` bytes.
  static func tooLarge(_ shownPath: String, limit: Int = sizeLimit) -> Failure {
    Failure(.failure, "`\(shownPath)` is larger than \(limit / 1_000_000) MB, the most that is read")
  }

  /// Whether there is something at the path.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a folder at the path.
  var isFolder: Bool { kind == .typeDirectory }

  /// Whether there is a file that holds bytes at the path, and no folder, device or pipe.
  var isRegular: Bool { kind == .typeRegular }

  /// What is at the path, or where it leads; `nil` where there is nothing.
  private var kind: FileAttributeType? {
    let target = URL(filePath: path).resolvingSymlinksInPath().plainPath
    return (try? FileManager.default.attributesOfItem(atPath: target))?[.type] as? FileAttributeType
  }

  /// What stands behind the last point of its name; `nil` where there is nothing before it or behind it.
  var ending: String? {
    let name = shownPath.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let ending = name[name.index(after: point)...]
    return ending.isEmpty ? nil : String(ending)
  }

  /// The names of what is in this folder, in order; none where it is no folder.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// Takes the file away.
  func remove() throws(Failure) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Failure(.failure, "cannot remove `\(shownPath)`")
    }
  }

  /// The file of the given name in this folder.
  func inside(named name: String) -> TextFile {
    TextFile(
      path: URL(filePath: path, directoryHint: .isDirectory).appending(path: name).plainPath,
      shownPath: shownPath + (shownPath.hasSuffix("/") ? "" : "/") + name)
  }

  /// The file of the given name in the same folder.
  func sibling(named name: String) -> TextFile {
    let url = URL(filePath: path).deletingLastPathComponent().appending(path: name)
    let shownFolder = shownPath.lastIndex(of: "/").map { shownPath[...$0] } ?? ""
    return TextFile(path: url.plainPath, shownPath: shownFolder + name)
  }

  /// Puts `text` in the place of what the file holds: at once, so that nobody ever finds it half written, with the
  /// permissions that it has, and through a symbolic link to the file that it stands for.
  func replace(with text: String) throws(Failure) { try replace(with: Array(text.utf8)) }

  /// Puts `bytes` there in the same way, and takes away what was left beside the file by who was killed while doing so.
  func replace(with bytes: [UInt8]) throws(Failure) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    let temporary = folder.appending(path: TextFile.temporaryPrefix(of: target) + UUID().uuidString)
    let files = FileManager.default
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      TextFile.clearRemains(of: target)
      defer { try? files.removeItem(at: temporary) }  // Gone already when all went well.
      try Data(bytes).write(to: temporary)
      if let permissions = try? files.attributesOfItem(atPath: target.plainPath)[.posixPermissions] {
        try files.setAttributes([.posixPermissions: permissions], ofItemAtPath: temporary.plainPath)
      }
      try Platform.move(temporary.plainPath, over: target.plainPath)
    } catch {
      throw Failure(.failure, "cannot write `\(shownPath)`: \(TextFile.reason(of: error))")
    }
  }

  /// What the names of the files begin with that are written to take the place of `target`; a UUID ends them.
  private static func temporaryPrefix(of target: URL) -> String { ".\(target.lastPathComponent)." }

  /// Takes away what was written to take the place of `target` and never did; what is younger than a day may still.
  private static func clearRemains(of target: URL) {
    let files = FileManager.default
    let folder = target.deletingLastPathComponent()
    let prefix = temporaryPrefix(of: target)
    for name in (try? files.contentsOfDirectory(atPath: folder.plainPath)) ?? []
    where name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil {
      let path = folder.appending(path: name).plainPath
      guard let written = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date,
        written.timeIntervalSinceNow < -longestWriting
      else { continue }
      try? files.removeItem(atPath: path)
    }
  }

  /// The seconds after which nobody writes a file any more: a day.
  private static let longestWriting = 86_400.0

  private static func reason(of error: any Error) -> String {
    let cause = (error as? CocoaError)?.underlying ?? error
    return ((cause as? SystemError) ?? SystemError(cause))?.reason ?? "\(cause)"
  }
}

extension URL {
  /// The path as the operating system takes it.
  var plainPath: String { path(percentEncoded: false) }
}
