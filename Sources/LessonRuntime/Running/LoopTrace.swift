package import Algebra
package import Diagnostics
import Engine
import LessonProgram

/// What the passes of a loop have changed so far, for whoever looks at the numbers in its midst.
package struct LoopTrace {
  /// Whether everything has been worked out anew since the loop began.
  package private(set) var hasPassedForward = false
  /// What has changed since then, in order, and where.
  package private(set) var changed: [(name: Name, range: SourceRange)] = []
  /// Where each name was changed last.
  package private(set) var lastChanges: [Name: SourceRange] = [:]
  private var seen: Set<Name> = []

  /// Nothing yet.
  package init() {}

  /// Takes note of what a command is about to do.
  mutating func note(_ instruction: Instruction) {
    switch instruction.form {
    case .forward: passForward()
    case .assign(let assignments):
      for assignment in assignments { change(assignment.name, at: assignment.range) }
    case .update(let descent): for name in descent.params { change(name, at: instruction.range) }
    case .train(let training):
      for name in training.params { change(name, at: instruction.range) }
      passForward()
    default: break
    }
  }

  /// Takes note of a number that is set.
  mutating func change(_ name: Name, at range: SourceRange) {
    lastChanges[name] = range
    if seen.insert(name).inserted { changed.append((name, range)) }
  }

  private mutating func passForward() {
    hasPassedForward = true
    changed = []
    seen = []
  }
}
