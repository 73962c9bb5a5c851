import Algebra
import Autograd
import LessonProgram

extension Values {
  /// A value as it was at a moment.
  struct State {
    /// Its name.
    let name: Name
    /// Its number.
    let value: Double
    /// Whether no arithmetic has led to it.
    let isExact: Bool
    /// How it was typed.
    let typed: Number?
    /// How it was drawn anew at each pass.
    let draw: Draw?
    /// Whether rows of data set it.
    let isSetByRows: Bool
    /// Whether it was given.
    let isGiven: Bool
  }
}

extension Values.State {
  /// A value as it is.
  init(_ entry: Values.Entry, in values: Values) {
    name = entry.name
    value = values.tape.value(of: entry.node)
    isGiven = entry.recording == nil
    isExact = isGiven && values.tape.isExact(leaf: entry.node)
    typed = entry.typed
    draw = entry.draw
    isSetByRows = entry.isSetByRows
  }

  /// A given value, its number replaced.
  init(_ entry: Values.Entry, setTo number: Double) {
    name = entry.name
    value = number
    isGiven = true
    isExact = true
    typed = entry.typed
    draw = entry.draw
    isSetByRows = entry.isSetByRows
  }

  /// Whether the value is still the same.
  func holds(_ entry: Values.Entry, in values: Values) -> Bool {
    value.bitPattern == values.tape.value(of: entry.node).bitPattern && typed == entry.typed
      && (draw == nil) == (entry.draw == nil) && name == entry.name
      && (!isGiven || isExact == values.tape.isExact(leaf: entry.node))
  }
}
