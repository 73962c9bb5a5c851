/// Where the program reads from beside files: one place, read once from its beginning to its end.
package final class Input {
  private let readAll: (_ limit: Int) throws(SystemError) -> [UInt8]?
  private let readSome: () throws(SystemError) -> [UInt8]
  /// What has been read and belongs to lines that nobody has asked for.
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false

  /// A line has no more bytes; of a longer one, the rest is dropped.
  private static let longestLine = 100_000

  /// An input that reads all that there is, or `nil` when that is more than so many bytes; or some of it, and nothing at
  /// the end.
  init(
    all: @escaping (_ limit: Int) throws(SystemError) -> [UInt8]?,
    some: @escaping () throws(SystemError) -> [UInt8]
  ) {
    readAll = all
    readSome = some
  }

  /// All of `bytes`, for tests.
  package convenience init(_ bytes: [UInt8]) {
    var isRead = false
    self.init { limit in
      bytes.count > limit ? nil : bytes
    } some: {
      defer { isRead = true }
      return isRead ? [] : bytes
    }
  }

  /// The input behind a file descriptor.
  static func descriptor(_ descriptor: Int32) -> Input {
    Input { limit throws(SystemError) in
      try Platform.read(from: descriptor, limit: limit)
    } some: { () throws(SystemError) in
      try Platform.readSome(from: descriptor)
    }
  }

  /// All that there is, or `nil` when that is more than `limit` bytes.
  func all(limit: Int) throws(SystemError) -> [UInt8]? { try readAll(limit) }

  /// The next line, without its end; `nil` behind the last.
  func line() throws(SystemError) -> String? {
    var line: [UInt8] = []
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        break
      }
      line += rest.prefix(max(0, Self.longestLine - line.count))
      rest = []
      if !isAtEnd { rest = try readSome()[...] }
      if rest.isEmpty {
        isAtEnd = true
        if line.isEmpty { return nil }
        break
      }
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line.prefix(Self.longestLine), as: UTF8.self)
  }
}
