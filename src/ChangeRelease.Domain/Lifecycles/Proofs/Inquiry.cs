using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One policy about one family: the moves that its assumptions leave, and the words of its answers.</summary>
internal sealed class Inquiry(Policy policy, LifecycleFamily family)
{
    private readonly ValueList<Happening> _impossible = policy.Assumptions.Select(code => (Happening)new RequirementMet(code)).ToValueList();

    public LifecycleFamily Family => family;

    public Ground Ground => family.Ground;

    public IEnumerable<Arc> From(Whereabouts place) => _impossible.Count == 0
        ? Ground.From(place)
        : Ground.From(place).Where(arc => !_impossible.Any(never => never.HappensBy(arc.Row.Transition, arc.Outcome)));

    public Proof Holds(int explored, bool isVacuous) => new(policy, family, ProofOutcome.Holds, explored) { IsVacuous = isVacuous };

    public Proof Fails(int explored, IEnumerable<(Whereabouts From, Arc Arc)> moves, string explanation) =>
        new(policy, family, ProofOutcome.Fails, explored) { Trace = Trace(moves), Explanation = explanation };

    public Proof Unproved(int explored, IEnumerable<(Whereabouts From, Arc Arc)> moves)
    {
        var trace = Trace(moves);
        return new Proof(policy, family, ProofOutcome.Unproved, explored)
        {
            Trace = trace,
            Explanation = $"What happens then is not known: the definition {trace.Moves[^1].Exit} is not given, or has no state {trace.To}.",
        };
    }

    private Trace Trace(IEnumerable<(Whereabouts From, Arc Arc)> moves) =>
        new(family.Definitions[0].Start, moves.Select(move => Ground.Move(move.From, move.Arc)).ToValueList());
}
