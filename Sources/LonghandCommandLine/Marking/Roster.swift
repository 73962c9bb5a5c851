/// Which variant each file is held against.
enum VariantSource: Sendable {
  /// All against the same numbers.
  case none
  /// The one that is called as the file is, without its ending.
  case fileName
  /// The one that a list names for it.
  case roster([String: String])

  /// Why no variant is known of a file; or the variant, `nil` being the lesson's own numbers.
  func variant(ofFile name: String) throws(HandedText.Fault) -> String? {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.lastIndex(of: ".").map { $0 > file.startIndex ? String(file[..<$0]) : file } ?? file
    switch self {
    case .none: return nil
    case .fileName: return stem
    case .roster(let variants):
      guard let variant = variants[stem] ?? variants[file] else {
        throw HandedText.Fault(message: "the list of variants has no `\(stem)`")
      }
      return variant
    }
  }

  /// A list with a line for each file, `name,variant`.
  static func roster(_ text: HandedText) throws(HandedText.Fault) -> VariantSource {
    let entries = try Roster(text).entries
    return .roster(Dictionary(entries.map { ($0.name, $0.variant) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// A list of names, each with its variant.
struct Roster {
  /// The names in the order of the list, each once.
  private(set) var entries: [(name: String, variant: String)] = []

  /// A list with a line for each name, `name,variant`; a head of these words is none.
  init(_ text: HandedText) throws(HandedText.Fault) {
    var variants: [String: String] = [:]
    for entry in text.entries where entry.value.lowercased() != "variant" {
      if let other = variants[entry.name] {
        guard other == entry.value else {
          throw HandedText.Fault(
            message: "`\(entry.name)` is listed with two variants, `\(other)` and `\(entry.value)`")
        }
        continue
      }
      variants[entry.name] = entry.value
      entries.append((entry.name, entry.value))
    }
  }
}
