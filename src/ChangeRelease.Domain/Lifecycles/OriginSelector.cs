using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The question where a subject came from; each state that leads in has its way back (S-11).</summary>
/// <typeparam name="TAttempt">What is asked about.</typeparam>
public sealed class OriginSelector<TAttempt>
{
    private readonly Func<TAttempt, State?> _origin;

    internal OriginSelector(string name, Func<TAttempt, State?> origin) => (Name, _origin) = (name, origin);

    /// <summary>The question's name.</summary>
    public string Name { get; }

    /// <summary>The question, with the ways back as its cases; who came from nowhere that is known has no answer.</summary>
    internal Selector<TAttempt> For(ValueList<Way> ways) => new(
        Name,
        ways.Select(way => way.To.Name).ToValueList(),
        attempt => _origin(attempt) is { } origin ? NameOf(ways, origin) : null,
        mayBeUnknown: true);

    // Asked for every subject that is put aside, so nothing is allocated.
    private static string? NameOf(ValueList<Way> ways, State origin)
    {
        for (var at = 0; at < ways.Count; at++)
        {
            for (var of = 0; of < ways[at].Origins.Count; of++)
            {
                if (ways[at].Origins[of].Equals(origin))
                {
                    return ways[at].To.Name;
                }
            }
        }

        return null;
    }
}

/// <summary>A way back: where it leads, and for those who came from where.</summary>
/// <param name="To">The state it leads to.</param>
/// <param name="Origins">The states that the subject may have come from; at least one, often <paramref name="To"/> itself.</param>
public sealed record Way(State To, ValueList<State> Origins)
{
    /// <summary>A way back to where the subject came from.</summary>
    /// <param name="state">The state it came from and goes to.</param>
    /// <returns>The way.</returns>
    public static Way BackTo(State state) => new(state, [state]);

    /// <summary>This way, open to those who came from another state, too.</summary>
    /// <param name="state">The other state.</param>
    /// <returns>A new way.</returns>
    public Way For(State state) => this with { Origins = Origins.With(state) };
}
