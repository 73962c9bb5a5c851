import LessonRuntime

extension [LessonStep] {
  /// The step that somebody means; `nil` where none can be meant.
  func index(of text: String) -> Int? { indices(of: text).first }

  /// The steps that somebody may mean, the likeliest first: by its number from 1, a name that it defines, its own name, or a
  /// heading that begins so, or else holds the text, or any other step but of prose whose name does.
  func indices(of text: String) -> [Int] {
    if let number = Int(text) { return indices.contains(number - 1) ? [number - 1] : [] }
    let wanted = text.lowercased()
    guard !wanted.isEmpty else { return [] }
    let sought = SoughtText(text)
    let tests: [(LessonStep) -> Bool] = [
      { $0.definedNames.contains(text) },
      { $0.name == text },
      { $0.kind == .heading && $0.name.lowercased().hasPrefix(wanted) },
      { $0.kind == .heading && sought.isIn($0.name) },
      { $0.kind != .prose && sought.isIn($0.name) },
    ]
    var known: Set<Int> = []
    return tests.flatMap { test in indices.filter { test(self[$0]) && known.insert($0).inserted } }
  }

  /// What is said where nothing is meant: how many steps there are, or the headings, as many as can be read at a glance.
  func hint(for text: String) -> String {
    if Int(text) != nil { return " The steps are numbered from 1 to \(count)." }
    let headings = filter { $0.kind == .heading }.prefix(12).map(\.name)
    return headings.isEmpty ? "" : " The sections are: " + headings.joined(separator: "; ") + "."
  }
}
