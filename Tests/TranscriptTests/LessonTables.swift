import Foundation

/// The tables that a lesson asks for, read from its cells without the program's help.
struct LessonTables {
  /// Those of `table` statements, in order.
  private(set) var tables: [Table] = []
  /// Those of `record` statements, in order.
  private(set) var records: [Table] = []

  /// A table.
  struct Table {
    /// Its columns, spaces aside, as they are written in a transcript.
    let columns: [String]
    /// The data through which it goes.
    let data: String?
    /// What the loop that records it changes: names, families, and `all` for all params.
    var changed: Set<String> = []
  }

  /// Reads the lines of a lesson's calc cells.
  init(_ lines: [String]) {
    var ends: [Bool] = []
    var changed: Set<String> = []
    var pending: [Table] = []
    for statement in Self.statements(lines) {
      let words = statement.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      switch first {
      case "repeat", "for":
        ends.append(first == "repeat" || words.contains("of"))
        if first == "for", words.count > 3 { changed.insert("over " + words[3]) }
      case "end" where !ends.isEmpty:
        ends.removeLast()
        if ends.isEmpty {
          for var table in pending {
            table.changed = changed
            records.append(table)
          }
          (changed, pending) = ([], [])
        }
      case "table":
        tables.append(Self.table(statement.dropFirst(first.count)))
      case "record":
        // In one loop those of the same columns are one table.
        let table = Self.table(statement.dropFirst(first.count))
        if !pending.contains(where: { $0.columns == table.columns }) { pending.append(table) }
      case "update", "train":
        changed.formUnion(Self.names(words.dropFirst().prefix { $0 != "to" }.joined()))
      default:
        guard let arrow = statement.firstMatch(of: /<-|←/)?.range else { continue }
        let name = statement[..<arrow.lowerBound].filter { $0 != " " }
        changed.insert(String(name.prefix { $0 != "[" }))
      }
    }
  }

  private static let unfinished = /(?:[-+*\/,=(\[]|<-|←|\bthen|\belse)$/

  /// Each statement on one line.
  private static func statements(_ lines: [String]) -> [String] {
    var statements: [String] = []
    var open = ""
    for line in lines {
      let text = (line.split(separator: "#", omittingEmptySubsequences: false).first ?? "")
        .trimmingCharacters(in: .whitespaces)
      open += open.isEmpty ? text : " " + text
      if open.contains(Self.unfinished) { continue }
      statements.append(open)
      open = ""
    }
    return statements
  }

  private static func table(_ text: Substring) -> Table {
    var columns = [""]
    var depth = 0
    let data = text.firstMatch(of: /\ over ([^ ]+)$/).map { String($0.1) }
    let expressions = text.replacing(/\ (?:over|for) [^)]*$/, with: "")
    let rest = expressions.replacing(/grad\(([^,()]+), *([^,()]+)\)/) { "∂\($0.1)/∂\($0.2)" }
    for character in rest where character != " " {
      depth += "([".contains(character) ? 1 : ")]".contains(character) ? -1 : 0
      if character == ",", depth == 0 {
        columns.append("")
      } else {
        columns[columns.count - 1].append(character)
      }
    }
    return Table(columns: columns.map(Self.plain), data: data)
  }

  /// The names in a list.
  private static func names(_ list: String) -> Set<String> {
    var names: Set<String> = []
    for item in list.split(separator: ",") {
      guard let parts = item.wholeMatch(of: /([^.]*?)(\d+)\.\.\.[^.]*?(\d+)/)?.output,
        let first = Int(parts.2), let last = Int(parts.3), first <= last
      else {
        names.insert(String(item.prefix { $0 != "[" }))
        continue
      }
      names.formUnion((first...last).map { "\(parts.1)\($0)" })
    }
    return names
  }

  /// An expression of a lesson or of a transcript with the signs that both have.
  static func plain(_ text: String) -> String {
    var text = text.filter { $0 != " " }
    let signs = [
      ("−", "-"), ("·", "*"), ("σ(", "sigmoid("), ("√(", "sqrt("), ("½", "1/2"), ("²", "^2"), ("³", "^3"),
      ("≤", "<="), ("≥", ">="), ("≠", "!="), ("π", "pi"),
    ]
    for (sign, plain) in signs { text = text.replacing(sign, with: plain) }
    return text
  }
}
