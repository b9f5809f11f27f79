using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Makes selectors.</summary>
public static class Selector
{
    /// <summary>A question with a fixed set of answers, by which one trigger leads to several states.</summary>
    /// <typeparam name="TAttempt">What is asked about.</typeparam>
    /// <param name="name">The question's name, for example <c>amendment</c>; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <param name="cases">The names of every answer there is; a transition must say where each of them leads.</param>
    /// <param name="choose">Gives one of the cases; asked only when the transition's requirements are met.</param>
    /// <returns>The selector.</returns>
    /// <exception cref="ArgumentException">The name or a case is not a name, or the cases are empty or repeat themselves.</exception>
    public static Selector<TAttempt> For<TAttempt>(string name, ValueList<string> cases, Func<TAttempt, string> choose)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(choose);
        Check(name, "A selector's name", nameof(name));
        foreach (var answer in cases)
        {
            Check(answer, $"A case of the selector '{name}'", nameof(cases));
        }

        return cases.Count > 0 && cases.Distinct(StringComparer.Ordinal).Count() == cases.Count
            ? new Selector<TAttempt>(name, cases, choose)
            : throw new ArgumentException($"The selector '{name}' needs at least one case, each only once.", nameof(cases));
    }

    /// <summary>The question where a subject came from, by which one trigger leads back to where it was.</summary>
    /// <typeparam name="TAttempt">What is asked about.</typeparam>
    /// <param name="name">The question's name, for example <c>held from</c>.</param>
    /// <param name="origin">Gives the state that the subject came from, as the host keeps it; a state without a way back, or null, is refused.</param>
    /// <returns>The selector; a transition says with <see cref="TableTrigger{TAttempt}.Return"/> where it leads.</returns>
    /// <exception cref="ArgumentException">The name is not a name.</exception>
    public static OriginSelector<TAttempt> Origin<TAttempt>(string name, Func<TAttempt, State?> origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        Check(name, "A selector's name", nameof(name));
        return new OriginSelector<TAttempt>(name, origin);
    }

    // Both stand in hashed text and in drawings, so they keep to what a name may hold.
    private static void Check(string value, string what, string parameter)
    {
        if (Identifier.Problem(value) is { } problem)
        {
            throw new ArgumentException($"{what} {problem}.", parameter);
        }
    }
}

/// <summary>A question with a fixed set of answers: the cases of a transition are complete and disjoint by construction (S-11).</summary>
/// <typeparam name="TAttempt">What is asked about.</typeparam>
public sealed class Selector<TAttempt>
{
    /// <summary>What <see cref="Choose"/> gives when it is not known where the subject came from.</summary>
    internal const int Unknown = -1;

    private readonly Func<TAttempt, string?> _choose;
    private readonly bool _mayBeUnknown;

    internal Selector(string name, ValueList<string> cases, Func<TAttempt, string?> choose, bool mayBeUnknown = false) =>
        (Name, Cases, _choose, _mayBeUnknown) = (name, cases, choose, mayBeUnknown);

    /// <summary>The question's name.</summary>
    public string Name { get; }

    /// <summary>Every answer there is.</summary>
    public ValueList<string> Cases { get; }

    internal int Choose(TAttempt attempt)
    {
        var chosen = _choose(attempt);
        for (var at = 0; at < Cases.Count; at++)
        {
            if (string.Equals(Cases[at], chosen, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return _mayBeUnknown ? Unknown : throw new InvalidOperationException($"The selector '{Name}' gave '{chosen}', which is none of its cases {Cases}.");
    }
}
