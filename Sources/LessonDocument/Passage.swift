import Diagnostics
import Prose

/// Running text gathered from pieces of lines, which knows where each piece stands in the file.
struct Passage {
  /// The text.
  let bytes: [UInt8]
  private let file: SourceFile
  /// The pieces' places in the file, and where each begins in `bytes`.
  private let pieces: [SourceRange]
  private let offsets: [Int]

  /// The text of `lines`, a line feed between them, without white space at its ends.
  init(lines: [SourceRange], in file: SourceFile) {
    var pieces = lines
    if let last = pieces.popLast() { pieces.append(last.trimmed(in: file)) }
    self.init(pieces, separator: [UInt8(ascii: "\n")], in: file)
  }

  /// The text of `pieces` of one line.
  init(pieces: [SourceRange], in file: SourceFile) {
    self.init(pieces, separator: [], in: file)
  }

  private init(_ pieces: [SourceRange], separator: [UInt8], in file: SourceFile) {
    var bytes: [UInt8] = []
    var offsets: [Int] = []
    for piece in pieces {
      if !offsets.isEmpty { bytes += separator }
      offsets.append(bytes.count)
      bytes += file.bytes[piece.lowerBound..<piece.upperBound]
    }
    self.bytes = bytes
    self.file = file
    self.pieces = pieces
    self.offsets = offsets
  }

  /// The text of `lines` as it is read.
  static func runningText(ofLines lines: [SourceRange], in file: SourceFile) -> RunningText {
    // Most short paragraphs are one line without any mark.
    if lines.count == 1, let line = lines.first,
      !file.bytes[line.lowerBound..<line.upperBound].contains(where: \.isMark)
    {
      let text = line.trimmed(in: file)
      var findings = RunningText.Findings()
      let bytes = Array(file.bytes[text.lowerBound..<text.upperBound])
      for number in TypedNumbers(bytes).ranges(in: 0..<bytes.count) {
        findings.addNumber(
          SourceRange(text.lowerBound + number.lowerBound, text.lowerBound + number.upperBound))
      }
      return RunningText(spans: text.isEmpty ? [] : [.text(file[text])], findings: findings)
    }
    return Passage(lines: lines, in: file).runningText
  }

  /// The text as it is read.
  var runningText: RunningText {
    var reader = SpanReader(self)
    return reader.read()
  }

  /// The text in `range`.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The place of `range` in the file; `nil` when it is empty, or when the file has more than white space where
  /// pieces meet in it, such as a quotation's mark.
  func source(of range: Range<Int>) -> SourceRange? {
    guard !range.isEmpty else { return nil }
    let first = piece(at: range.lowerBound)
    let last = piece(at: range.upperBound - 1)
    for index in first..<last {
      let gap = file.bytes[pieces[index].upperBound..<pieces[index + 1].lowerBound]
      guard gap.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
        return nil
      }
    }
    return SourceRange(
      pieces[first].lowerBound + range.lowerBound - offsets[first],
      pieces[last].lowerBound + range.upperBound - offsets[last])
  }

  /// The index of the piece that holds `offset`.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension UInt8 {
  /// Whether it may begin or end anything but text in a line.
  fileprivate var isMark: Bool {
    switch self {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"): true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"): true
    default: false
    }
  }
}
