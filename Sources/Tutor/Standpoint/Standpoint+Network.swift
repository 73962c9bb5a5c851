import Algebra
import LessonProgram
import LessonRuntime

extension Standpoint {
  /// The command that draws the network with its numbers here: of what the lesson itself draws, else of the last value whose
  /// formulas form layers; `nil` where no formula does.
  public var commandDrawingNetwork: String? {
    let drawn = run.plan.instructions.compactMap { instruction in
      if case .network(let name, _) = instruction.kind, scope[name] != nil { name.text } else { nil }
    }
    let defined = scope.definitions.reversed().lazy.filter { $0.kind == .formula }.map(\.name.text)
    let candidates = drawn + defined.prefix(Self.maxTried)
    return candidates.lazy.map { "draw network for \($0)" }.first { shown(by: $0)?.isRefusal == false }
  }

  /// Of so many values, counted from the last, it is tried whether they have a network.
  private static let maxTried = 50
}
