extension Formula {
  /// The formula as a teacher would write it, with the same value.
  ///
  /// Literal numbers are worked out exactly (`0.1` is a tenth; beyond 15 digits they are left as they are), like terms and
  /// equal factors are collected, ones and zeros dropped, minus signs moved to where they are read best. Brackets are not
  /// multiplied out, and the author's order stays. What decides at a kink, in conditions and in the arguments of functions
  /// that bend or jump, stays as it is, so that rounding cannot bring it to the other side. `x/x` stays too, because it has no value at 0; but `0*x` is 0.
  /// Cost: O(n).
  public func simplified() -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: self)
    return forms.formula(of: form)
  }

  /// The derivative by `name`, simplified. Derivatives in the formula, `local` ones too, are held fixed.
  ///
  /// Cost: O(n), but for a product of k different factors that all vary, whose derivative has k terms of k factors.
  public func derivative(by name: Name) -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: self)
    let derivative = forms.derivative(of: form, by: name)
    return forms.formula(of: derivative)
  }

  /// The one-link derivative of `output`, whose own formula is `definition`, by `name`, with the output's name wherever
  /// its formula occurs: of `out = sigmoid(s)` by `s` it is `out*(1 - out)`.
  public static func localDerivative(of output: Name, as definition: Formula, by name: Name) -> Formula {
    var forms = NormalForms()
    let form = forms.form(of: definition)
    let derivative = forms.derivative(of: form, by: name)
    let named = forms.replacing(form, in: derivative, with: output)
    return forms.formula(of: named)
  }
}
