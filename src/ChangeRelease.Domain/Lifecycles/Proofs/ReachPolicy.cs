namespace ChangeRelease.Domain.Lifecycles;

/// <summary>From wherever a life is, there is a way to a place, if the requirements on it are met.</summary>
public sealed record ReachPolicy : Policy
{
    internal ReachPolicy(Places places) => Places = places;

    /// <summary>Where there is to be a way to.</summary>
    public Places Places { get; }

    private Places? Scope { get; init; }

    /// <summary>Asks for a way only from some places.</summary>
    /// <param name="places">The places; of two calls, the last one counts.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="places"/> is null.</exception>
    public ReachPolicy While(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return this with { Scope = places };
    }

    /// <summary>The policy as a sentence.</summary>
    /// <returns>For example <c>It is always possible to be in Ended some day, while in Paused.</c></returns>
    public override string ToString() => Supposing($"It is always possible to be in {Places} some day{(Scope is null ? string.Empty : $", while in {Scope}")}");

    internal override IEnumerable<Func<Ground, IEnumerable<string>>> Named => Scope is null ? [Places.NotIn] : [Places.NotIn, Scope.NotIn];

    internal override Proof Decide(Inquiry inquiry)
    {
        var search = new Search<Whereabouts, (Whereabouts From, Arc Arc)>();
        var arrows = new List<(int From, int To)>();
        foreach (var start in inquiry.Ground.Beginning())
        {
            search.Begin(start);
        }

        for (var at = 0; search.TryNext(out var here); at++)
        {
            foreach (var arc in inquiry.From(here))
            {
                arrows.Add((at, search.Find(arc.To, (here, arc))));
            }
        }

        return Judge(inquiry, search, arrows.ToLookup(arrow => arrow.To, arrow => arrow.From));
    }

    private Proof Judge(Inquiry inquiry, Search<Whereabouts, (Whereabouts From, Arc Arc)> search, ILookup<int, int> before)
    {
        var all = Enumerable.Range(0, search.Count).ToList();
        State StateOf(int number) => inquiry.Ground.StateOf(search[number]);
        var unknown = all.Where(number => !inquiry.Ground.IsGiven(search[number])).ToList();
        var able = Closure(all.Where(number => Places.Hold(StateOf(number))).Concat(unknown), before);
        var asked = all.Where(number => Scope?.Hold(StateOf(number)) ?? true).ToList();
        var trapped = asked.Where(number => !able.Contains(number)).Take(1).ToList();
        return (trapped.Count, unknown.Count) switch
        {
            ( > 0, _) => inquiry.Fails(search.Count, search.MovesTo(trapped[0]), $"From {StateOf(trapped[0])} no path leads to {Places}."),
            (_, > 0) => inquiry.Unproved(search.Count, search.MovesTo(unknown[0])),
            _ => inquiry.Holds(search.Count, isVacuous: asked.Count == 0),
        };
    }

    private static HashSet<int> Closure(IEnumerable<int> from, ILookup<int, int> next)
    {
        var found = from.ToHashSet();
        var open = new Stack<int>(found);
        while (open.TryPop(out var number))
        {
            foreach (var other in next[number].Where(found.Add))
            {
                open.Push(other);
            }
        }

        return found;
    }
}
