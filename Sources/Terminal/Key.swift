/// What somebody at a terminal does with the keyboard.
public enum Key: Hashable, Sendable {
  /// A character that is typed; never a control character.
  case character(Character)
  case enter
  case tab
  case escape
  case backspace
  case delete
  case left
  case right
  case up
  case down
  case home
  case end
  case pageUp
  case pageDown
  /// A small letter, `a` to `z`, pressed together with Ctrl; those that have a name of their own (Tab, Enter) excepted.
  case control(Character)
  /// Text that is pasted at once, as it is: it may have several lines.
  case pasted(String)
}
