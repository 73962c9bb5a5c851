#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file in which progress is kept.
struct ProgressFile {
  private let file: TextFile
  /// How many milliseconds it waits for others who write.
  private let patience: Int

  /// Where a call with this environment keeps it: `longhand/progress` in the folder for state that the XDG Base
  /// Directory Specification names; `nil` where the environment names no folder.
  ///
  /// The specification has relative paths passed over.
  init?(environment: [String: String], patience: Int) {
    let folder: String
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      folder = state
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.local/state"
    } else {
      return nil
    }
    let path = folder + "/longhand/progress"
    file = TextFile(path: path, shownPath: path)
    self.patience = patience
  }

  /// What the file holds; nothing where there is none.
  func table() throws(Failure) -> ProgressTable {
    guard file.exists else { return ProgressTable() }
    return ProgressTable(try file.bytesAtOnce())
  }

  /// Changes the table in the file, after others have changed it and before others do.
  ///
  /// The lock is not waited for long: whoever holds it is stuck, and what is written is never half a file.
  ///
  /// - Parameter isAnew: Whether `change` needs nothing of what the file holds, so that it need not be readable.
  /// - Returns: the table as it is now.
  func update(
    isAnew: Bool = false, _ change: (inout ProgressTable) -> Void
  ) throws(Failure) -> ProgressTable {
    makeFolder()
    let lock = FileLock(path: file.path + ".lock", patience: patience)
    defer { lock?.release() }
    var table = try isAnew ? ProgressTable() : self.table()
    let before = table.bytes
    change(&table)
    let after = table.bytes
    if isAnew || after != before { try file.replace(with: after) }
    return table
  }

  /// Nobody else has to see what somebody reads; the specification asks for these permissions too.
  private func makeFolder() {
    let folder = URL(filePath: file.path).deletingLastPathComponent()
    // Where it cannot be made, writing says so.
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
