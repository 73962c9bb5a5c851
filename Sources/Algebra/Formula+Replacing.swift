extension Formula {
  /// The names in the formula, in the order of first mention, without repeats and without those inside derivatives.
  ///
  /// Those in conditions, branches and indices are among them; what an element is looked up as is not.
  public var names: [Name] {
    var seen: Set<Name> = []
    var names: [Name] = []
    forEachPart { part in
      if case .name(let name) = part, seen.insert(name).inserted { names.append(name) }
    }
    return names
  }

  /// The numbers in the formula, in the order in which they stand, without those inside derivatives.
  public var numbers: [Number] {
    var numbers: [Number] = []
    forEachPart { part in
      if case .number(let number) = part { numbers.append(number) }
    }
    return numbers
  }

  /// The units in the formula whose numbers come from elsewhere, in the order of first mention, without repeats:
  /// derivatives, `local` ones too, and what is made of all rows of a data cell.
  public var atoms: [Formula] {
    var seen: Set<Formula> = []
    var atoms: [Formula] = []
    forEachPart { part in
      switch part {
      case .derivative, .local, .overRows: if seen.insert(part).inserted { atoms.append(part) }
      case .number, .name, .negation, .sum, .product, .power, .call, .element, .conditional: break
      }
    }
    return atoms
  }

  /// The families of which an element is looked up, in the order of first mention, without repeats and without those
  /// inside derivatives.
  public var families: [String] {
    var seen: Set<String> = []
    var families: [String] = []
    forEachPart { part in
      if case .element(let family, _) = part, seen.insert(family).inserted { families.append(family) }
    }
    return families
  }

  /// Whether the formula holds an `if` or a look-up, so that it may be another at other values: see `resolved`.
  public var isChanging: Bool {
    var waiting = [self]
    while let formula = waiting.popLast() {
      switch formula {
      case .element, .conditional: return true
      default: waiting += formula.operands
      }
    }
    return false
  }
}
