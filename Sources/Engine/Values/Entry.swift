package import Algebra
package import Autograd
package import LessonProgram

extension Environment {
  /// A named value: where it stands on the tape, and what it is made of.
  package struct Entry {
    /// Its name.
    package let name: Name
    /// Its node. No two names share one, so that each has a derivative of its own.
    package internal(set) var node: Node
    /// Whether rows of data set it where a column bears its name: it is an input or a target.
    package var isSetByRows = false
    private(set) var origin: Origin

    init(name: Name, node: Node, _ origin: Origin, isSetByRows: Bool = false) {
      self.name = name
      self.node = node
      self.origin = origin
      self.isSetByRows = isSetByRows
    }

    /// Its formula, as it was recorded; `nil` for a given number.
    package internal(set) var recording: Recording? {
      get { if case .formula(let recording) = origin { recording } else { nil } }
      set { origin = newValue.map { .formula($0) } ?? .computed }
    }

    /// The number as its author typed it, until it is changed.
    package var literal: Number? {
      get { if case .typed(let number) = origin { number } else { nil } }
      set { origin = newValue.map { .typed($0) } ?? (literal == nil ? origin : .computed) }
    }

    /// How an input is drawn anew at each forward pass; `nil` once it has been set.
    package var draw: Draw? {
      get { if case .drawn(let draw) = origin { draw } else { nil } }
      set { origin = newValue.map { .drawn($0) } ?? (draw == nil ? origin : .computed) }
    }
  }

  /// Where the number of an entry comes from: apart from it, so that a million numbers given alike share one.
  indirect enum Origin {
    /// From arithmetic that is not known any more.
    case computed
    /// From its author, who typed it so.
    case typed(Number)
    /// From chance, anew at each forward pass.
    case drawn(Draw)
    /// From its formula.
    case formula(Recording)

    /// Whether both are the same given number, to the last bit and letter.
    func isSame(as other: Origin) -> Bool {
      switch (self, other) {
      case (.typed(let one), .typed(let two)):
        one.value.bitPattern == two.value.bitPattern && one.text == two.text
      case (.drawn(let one), .drawn(let two)): one == two
      default: false
      }
    }
  }

  /// A formula on the tape.
  package struct Recording {
    /// The formula as it is written.
    package let written: Formula
    /// The formula at the current values: of each `if` the branch taken, of each look-up the element.
    package let formula: Formula
    /// Whether the formula may be another at other values.
    package let isChanging: Bool
    /// The names that it mentions, in order.
    package let names: [Name]
    /// The nodes that it took, in order; the formula's value is the last of them.
    let nodes: Range<Int>
    /// The derivatives that occur in it, in order.
    package let derivatives: [HeldDerivative]
    /// What must hold for the formula to be this one; `nil` where that is more than comparisons of nodes.
    let guards: [Guard]?
    /// What each node works out, for messages.
    package let operations: [(node: Node, formula: Formula)]

    /// The node that has the formula's value.
    package var node: Node { Node(index: nodes.upperBound - 1) }
  }

  /// A derivative that occurs in a formula: a number like any other there, worked out by a sweep of its own.
  package struct HeldDerivative {
    /// The derivative.
    package let atom: Formula
    /// What it is the derivative of.
    package let output: Output?
    /// The leaf that holds its number.
    package let leaf: Node
  }
}
