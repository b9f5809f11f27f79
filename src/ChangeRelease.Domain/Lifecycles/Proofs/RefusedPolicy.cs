using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A trigger can never be taken, or only when a requirement is met.</summary>
public sealed record RefusedPolicy : Policy
{
    internal RefusedPolicy(Trigger trigger) => Trigger = trigger;

    /// <summary>What is refused.</summary>
    public Trigger Trigger { get; }

    private Places? Scope { get; init; }

    private ValueList<string> Codes { get; init; } = [];

    /// <summary>Refuses it only in some places.</summary>
    /// <param name="places">The places; of two calls, the last one counts.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="places"/> is null.</exception>
    public RefusedPolicy While(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return this with { Scope = places };
    }

    /// <summary>Lets rows pass that ask for a requirement.</summary>
    /// <param name="code">The requirement's code, whatever its arguments; of several, one is enough.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public RefusedPolicy UnlessMet(string code) => this with { Codes = Codes.With(RefusalCode.Checked(code)) };

    /// <summary>Lets rows pass that ask for a requirement.</summary>
    /// <typeparam name="TAttempt">What it judges.</typeparam>
    /// <param name="requirement">The requirement, whatever its arguments; of several, one is enough.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requirement"/> is null.</exception>
    public RefusedPolicy UnlessMet<TAttempt>(Requirement<TAttempt> requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return UnlessMet(requirement.Code);
    }

    /// <summary>The policy as a sentence.</summary>
    /// <returns>For example <c>Start is refused while in Ready unless change.approvals.unsatisfied is met.</c></returns>
    public override string ToString() => Supposing(
        $"{Trigger} is refused{(Scope is null ? string.Empty : $" while in {Scope}")}{(Codes.Count == 0 ? string.Empty : $" unless {string.Join(" or ", Codes)} is met")}");

    internal override IEnumerable<Func<Ground, IEnumerable<string>>> Named =>
    [
        new TriggerTaken(Trigger, null).NotIn,
        .. Scope is null ? [] : new Func<Ground, IEnumerable<string>>[] { Scope.NotIn },
        .. Codes.Select(code => (Func<Ground, IEnumerable<string>>)new RequirementMet(code).NotIn),
    ];

    internal override Proof Decide(Inquiry inquiry)
    {
        var search = new Search<Whereabouts, (Whereabouts From, Arc Arc)>();
        var (cameUp, unknown) = (Codes.Count == 0 && Scope is null, (int?)null);
        foreach (var start in inquiry.Ground.Beginning())
        {
            search.Begin(start);
        }

        for (var at = 0; search.TryNext(out var here); at++)
        {
            var isAsked = Scope?.Hold(inquiry.Ground.StateOf(here)) ?? true;
            cameUp |= isAsked && Codes.Count == 0;
            unknown ??= inquiry.Ground.IsGiven(here) ? null : at;
            foreach (var arc in inquiry.From(here))
            {
                var isTaken = isAsked && arc.Row.Transition.Trigger == Trigger;
                cameUp |= isTaken;
                if (isTaken && !Codes.Any(code => new RequirementMet(code).HappensBy(arc.Row.Transition, arc.Outcome)))
                {
                    return inquiry.Fails(search.Count, search.MovesToPresent().Append((here, arc)), Broken(arc.Row.Transition));
                }

                search.Find(arc.To, (here, arc));
            }
        }

        return unknown is { } number ? inquiry.Unproved(search.Count, search.MovesTo(number)) : inquiry.Holds(search.Count, isVacuous: !cameUp);
    }

    private string Broken(Transition row) => Codes.Count == 0
        ? $"{Trigger} has a row in {row.From} of {row.From.Phase}."
        : $"{Trigger} in {row.From} of {row.From.Phase} does not ask for {string.Join(" or ", Codes)}.";
}
