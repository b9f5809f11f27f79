namespace ChangeRelease.Domain.Foundation;

/// <summary>Begins templates of requirements.</summary>
public static class RequirementTemplate
{
    /// <summary>A kind of requirement that takes arguments, so that definitions can set them: at least three days, one of this role.</summary>
    /// <typeparam name="TAttempt">What is judged.</typeparam>
    /// <param name="code">The stable code of its refusal, <c>room.subject.problem</c> in kebab case.</param>
    /// <param name="parameters">What it takes.</param>
    /// <param name="make">Makes the requirement from arguments that fit the parameters; its code must be <paramref name="code"/>.</param>
    /// <returns>The template.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not of that shape, or two parameters share a name.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="parameters"/> or <paramref name="make"/> is null.</exception>
    public static RequirementTemplate<TAttempt> For<TAttempt>(string code, ValueList<Parameter> parameters, Func<Arguments, Requirement<TAttempt>> make)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(make);
        return parameters.DistinctBy(parameter => parameter.Name, StringComparer.Ordinal).Count() == parameters.Count
            ? new RequirementTemplate<TAttempt>(RefusalCode.Checked(code), parameters, make)
            : throw new ArgumentException($"Two parameters of {code} share a name.", nameof(parameters));
    }
}

/// <summary>A kind of requirement that takes arguments.</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class RequirementTemplate<TAttempt>
{
    private readonly Func<Arguments, Requirement<TAttempt>> _make;

    internal RequirementTemplate(string code, ValueList<Parameter> parameters, Func<Arguments, Requirement<TAttempt>> make) =>
        (Code, Parameters, _make) = (code, parameters, make);

    /// <summary>The stable code of its refusal.</summary>
    public string Code { get; }

    /// <summary>What it takes.</summary>
    public ValueList<Parameter> Parameters { get; }

    /// <summary>Makes a requirement; made twice with equal arguments, both are one.</summary>
    /// <param name="arguments">A value for each parameter that requires one, and for no other.</param>
    /// <returns>The requirement.</returns>
    /// <exception cref="ArgumentException">The arguments do not fit; it says everything that is wrong with them.</exception>
    /// <exception cref="InvalidOperationException">The template made a requirement with another code.</exception>
    public Requirement<TAttempt> With(Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var problems = ArgumentCheck.ProblemsOf(Parameters, arguments).Select(problem => problem.Message).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException($"The arguments of {Code} do not fit: {string.Join(" ", problems)}", nameof(arguments));
        }

        var made = _make(arguments);
        return string.Equals(made.Code, Code, StringComparison.Ordinal)
            ? made.MadeWith(this, arguments)
            : throw new InvalidOperationException($"The template of {Code} made a requirement with the code {made.Code}.");
    }

    /// <summary>The code and what it takes.</summary>
    /// <returns>For example <c>change.lead-time.short(days: Number)</c>.</returns>
    public override string ToString() => $"{Code}({string.Join("; ", Parameters)})";
}
