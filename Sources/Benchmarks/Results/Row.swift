import Foundation

/// A line that a program prints with `--json`; all programs that are compared print the same keys.
enum Row {
  case figure(Figure)
  case check(Check)

  /// The row in a line of JSON; `nil` when the line holds none.
  init?(json line: some StringProtocol) {
    let data = Data(line.utf8)
    let decoder = JSONDecoder()
    if let figure = try? decoder.decode(Figure.self, from: data) {
      self = .figure(figure)
    } else if let check = try? decoder.decode(Check.self, from: data) {
      self = .check(check)
    } else {
      return nil
    }
  }

  /// The row as a line of JSON, with its keys in the order in which all programs have them.
  var json: String {
    let pairs: [(String, String)] =
      switch self {
      case .figure(let figure): figure.pairs
      case .check(let check): check.pairs
      }
    return "{" + pairs.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }

  /// A text in JSON.
  static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let data = (try? encoder.encode(text)) ?? Data("\"\"".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  /// Who it is about: the program and how it does the work.
  static func subject(_ peer: String, _ variant: String) -> String {
    peer == ownPeer ? variant : "\(peer), \(variant)"
  }

  /// What this program calls itself.
  static let ownPeer = "Longhand"
}
