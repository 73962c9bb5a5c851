import Algebra
import Diagnostics
import LessonLanguage

/// The params that a list of names means, or other values: `w1...w8, b1` or `all`.
struct NameList {
  /// What the names are listed for.
  enum Purpose {
    /// They are learned: only params are.
    case learning
    /// They get their own numbers again: only params do.
    case resetting
    /// Derivatives by them are shown: they may be any values.
    case deriving
  }

  private let purpose: Purpose
  private let scope: Scope
  private let later: LaterDefinitions?
  /// The params, in the order of the list, each once.
  package private(set) var params: [Name] = []
  /// What is wrong with the list.
  package private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Name> = []

  /// An empty list over the names of `scope`.
  init(scope: Scope, later: LaterDefinitions? = nil, for purpose: Purpose = .learning) {
    self.purpose = purpose
    self.scope = scope
    self.later = later
  }

  /// Adds what an item of the list means.
  package mutating func add(_ item: NameListItem) {
    switch item {
    case .name(let reference):
      let name = Name(reference.name.text)
      if let family = scope.families[name] {
        for element in family.elements { guard add(element, at: reference.range) else { return } }
      } else {
        add(name, at: reference.range)
      }
    case .range(let first, let last):
      add(from: first, to: last)
    case .all(let range):
      let all = scope.definitions.filter { $0.kind == .given(.param) }.map(\.name)
      if all.isEmpty { report("there is no param above this line", at: range) }
      for name in all { add(name, at: range) }
    }
  }

  private mutating func add(from first: Identifier, to last: Identifier) {
    let range = first.range.union(last.range)
    guard let start = NumberedName(first.text), let end = NumberedName(last.text), start.stem == end.stem
    else {
      report(
        "`\(first.text)...\(last.text)` is no range of names: both must be one word with a number at its end",
        at: range, hint: NumberedName.hint(from: first.text, to: last.text))
      return
    }
    guard start.number <= end.number else {
      report("`\(first.text)...\(last.text)` runs backwards", at: range)
      return
    }
    for number in start.number...end.number {
      // One unknown name is told, not a million.
      guard add(Name(start.stem + String(number)), at: range) else { return }
    }
  }

  /// Adds one name; false where it is no param that can be learned, which is reported.
  @discardableResult
  package mutating func add(_ name: Name, at range: SourceRange) -> Bool {
    guard let definition = scope[name] else {
      if scope.broken.contains(name) { return true }
      diagnostics.append(
        Diagnostic("`\(name)` is not defined above", at: range, advice: advice(for: name, at: range)))
      return false
    }
    guard purpose == .deriving || definition.kind == .given(.param) else {
      let kind: String =
        if case .given(let kind) = definition.kind {
          "is \(kind == .input ? "an" : "a") \(kind.rawValue)"
        } else {
          "has a formula"
        }
      if purpose == .resetting {
        report(
          "`\(name)` \(kind); only params are reset", at: range,
          hint: definition.kind == .formula
            ? "it follows from other values: name the params among them, or `all`"
            : "a number of its own is set by `\(name) <- …`")
      } else {
        report(
          "`\(name)` \(kind); only params are learned", at: range,
          hint: hint(toLearn: name, definition))
      }
      return false
    }
    guard known.insert(name).inserted else {
      report("`\(name)` stands twice in this list", at: range)
      return false
    }
    params.append(name)
    return true
  }

  /// What is probably meant by a name that is no param.
  private func hint(toLearn name: Name, _ definition: Scope.Definition) -> String {
    // What follows from other values changes with them, and no number can be learned in its place.
    definition.mentions.isEmpty
      ? "what is learned is given as `param \(name.text.prefix { $0 != "[" }) = …`"
      : "it follows from other values: name the params among them, or `all`"
  }

  private func advice(for name: Name, at range: SourceRange) -> Diagnostic.Advice? {
    // To look for the nearest of many names takes its time: no more often than anyone will read.
    guard diagnostics.count < Diagnostic.maxPerFile else { return nil }
    if let later = later?.advice(for: name, below: range) { return later }
    return .nearest(
      to: name.text, among: scope.mentionableNames,
      at: range.upperBound - range.lowerBound == name.text.utf8.count ? range : nil)
  }

  private mutating func report(_ message: String, at range: SourceRange, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: range, hint: hint))
  }
}
