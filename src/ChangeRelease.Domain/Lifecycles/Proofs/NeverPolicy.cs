using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Nobody is ever in a place, unless something happened before, or happens with the move that leads there.</summary>
/// <remarks>
/// Without <see cref="Since"/> and <see cref="Once"/>, what happened excuses for ever. Of one move, what voids comes before what excuses.
/// </remarks>
public sealed record NeverPolicy : Policy
{
    internal NeverPolicy(Places places) => Places = places;

    /// <summary>Where nobody is to be.</summary>
    public Places Places { get; }

    private ValueList<Happening> Excuses { get; init; } = [];

    private ValueList<Happening> Voids { get; init; } = [];

    private Happening? Beginning { get; init; }

    /// <summary>Excuses those to whom something happened.</summary>
    /// <param name="happening">What excuses; one of several is enough.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happening"/> is null.</exception>
    public NeverPolicy Unless(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return this with { Excuses = Excuses.With(happening) };
    }

    /// <summary>Excuses also those to whom something else happened.</summary>
    /// <param name="happening">What excuses, too.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happening"/> is null.</exception>
    public NeverPolicy OrUnless(Happening happening) => Unless(happening);

    /// <summary>Voids every excuse whenever something happens: it counts only if it came after that, or with it.</summary>
    /// <param name="happening">What voids; each of several does.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happening"/> is null.</exception>
    public NeverPolicy Since(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return this with { Voids = Voids.With(happening) };
    }

    /// <summary>Applies only to those to whom something happened, and each time it happens the excuse must come anew.</summary>
    /// <param name="happening">What makes the policy apply; of two, the last one given counts.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happening"/> is null.</exception>
    public NeverPolicy Once(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        return this with { Beginning = happening };
    }

    /// <summary>The policy as a sentence.</summary>
    /// <returns>For example <c>Never in Realization unless Authorization was passed or BreakGlass was taken.</c></returns>
    public override string ToString() =>
        Supposing($"{(Beginning is null ? "Never" : $"Once {Beginning}, never")} in {Places}{(Excuses.Count == 0 ? string.Empty : $" unless {Excused}")}");

    internal override IEnumerable<Func<Ground, IEnumerable<string>>> Named =>
        Excuses.With(Voids).Concat(Beginning is null ? [] : [Beginning]).Select(happening => (Func<Ground, IEnumerable<string>>)happening.NotIn).Prepend(Places.NotIn);

    private string Excused => string.Join(" or ", Excuses) + (Voids.Count > 0 ? $" since {string.Join(" or ", Voids)}" : Beginning is null ? string.Empty : " since");

    internal override Proof Decide(Inquiry inquiry)
    {
        var search = new Search<Watched, (Whereabouts From, Arc Arc)>();
        var applied = false;
        foreach (var start in inquiry.Ground.Beginning().Select(place => First(place, inquiry.Ground.StateOf(place))))
        {
            search.Begin(start);
        }

        while (search.TryNext(out var here))
        {
            var isThere = here.Applies && Places.Hold(inquiry.Ground.StateOf(here.Place));
            if (isThere && !here.IsExcused)
            {
                return inquiry.Fails(search.Count, search.MovesToPresent(), Broken(inquiry.Ground.StateOf(here.Place)));
            }

            applied |= Excuses.Count > 0 ? isThere : here.Applies;
            foreach (var arc in inquiry.From(here.Place))
            {
                search.Find(Next(here, arc), (here.Place, arc));
            }
        }

        return Unbroken(inquiry, search, applied);
    }

    private Proof Unbroken(Inquiry inquiry, Search<Watched, (Whereabouts From, Arc Arc)> search, bool applied)
    {
        var unknown = Enumerable.Range(0, search.Count).Where(number => !inquiry.Ground.IsGiven(search[number].Place)).Take(1).ToList();
        return unknown.Count > 0
            ? inquiry.Unproved(search.Count, search.MovesTo(unknown[0]))
            : inquiry.Holds(search.Count, isVacuous: !applied || (Excuses.Count == 0 && Assumptions.Count > 0 && Unconditional.Prove(inquiry.Family).Holds));
    }

    private Watched First(Whereabouts place, State state) =>
        new(place, Beginning?.IsSoIn(state) ?? true, Excuses.Any(excuse => excuse.IsSoIn(state)));

    private Watched Next(Watched here, Arc arc)
    {
        bool Happens(Happening happening) => happening.HappensBy(arc.Row.Transition, arc.Outcome);
        var begins = Beginning is not null && Happens(Beginning);
        var stands = here.IsExcused && !begins && !Voids.Any(Happens);
        return new Watched(arc.To, here.Applies || begins, stands || Excuses.Any(Happens));
    }

    private string Broken(State state) =>
        $"It is in {state} of {state.Phase}{(Excuses.Count == 0 ? string.Empty : $", and it is not so that {Excused}")}.";

    /// <summary>A place, whether the policy applies by now, and whether an excuse stands.</summary>
    private readonly record struct Watched(Whereabouts Place, bool Applies, bool IsExcused);
}
