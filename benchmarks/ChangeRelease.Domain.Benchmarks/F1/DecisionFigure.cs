namespace ChangeRelease.Domain.Benchmarks.F1;

/// <summary>F1: one decision on a lifecycle of twelve states, beside what Stateless takes for the same.</summary>
internal static class DecisionFigure
{
    private const int From = 5;
    private const int MostBytes = 2_048;

    public static Figure Measure()
    {
        Agree();
        var state = TwelveStates.States[From];
        var measured = PairedRunner.Measure(
            Contender.Of("accepted: machine, 2 requirements, event", () => TwelveStates.Decide(state, TwelveStates.Ready).Events.Count),
            Contender.Of("Stateless, shared, state outside", () => StatelessPeers.OnShared(From, TwelveStates.Ready).Destination),
            Contender.Of("Stateless, built afresh and fired", () => StatelessPeers.Fresh(From, TwelveStates.Ready).Destination),
            Contender.Of("refused: both reasons, with their cures", () => TwelveStates.Decide(state, TwelveStates.Unready).Refusals.Count),
            Contender.Of("Stateless, denial as an exception", () => StatelessPeers.Denial(From, TwelveStates.Unready)!.Length));
        return new Figure("F1  one decision on a 12-state lifecycle", measured, Goals(measured));
    }

    private static Goal[] Goals(IReadOnlyList<Measured> of) =>
    [
        new("accepted / shared machine", 2, of[0].Over(of[1])),
        new("accepted / machine built afresh", 0.15, of[0].Over(of[2])),
        new("accepted, bytes", MostBytes, Spread.Of([of[0].Bytes])),
        new("refused / denial as an exception", 0.3, of[3].Over(of[4])),
    ];

    // A figure without agreement does not count: all must answer alike before anyone is timed.
    private static void Agree()
    {
        for (var from = 0; from < TwelveStates.Count - 1; from++)
        {
            var accepted = TwelveStates.Decide(TwelveStates.States[from], TwelveStates.Ready).Events[0].Destination;
            var refused = TwelveStates.Decide(TwelveStates.States[from], TwelveStates.Unready).Refusals.Select(refusal => refusal.Code).ToArray();
            var denial = StatelessPeers.Denial(from, TwelveStates.Unready);
            if (accepted != TwelveStates.States[StatelessPeers.OnShared(from, TwelveStates.Ready).Destination]
                || accepted != TwelveStates.States[StatelessPeers.Fresh(from, TwelveStates.Ready).Destination]
                || refused is not ["errand.lead.short", "errand.review.missing"]
                || !Array.TrueForAll(refused, code => denial?.Contains(code, StringComparison.Ordinal) == true))
            {
                throw new InvalidOperationException($"The contenders disagree in state {from}.");
            }
        }
    }
}
