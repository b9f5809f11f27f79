namespace ChangeRelease.Domain.Benchmarks.Approvals;

/// <summary>Counting two hundred votes on a policy of fifty parts.</summary>
internal static class ApprovalFigure
{
    private const double MostMicroseconds = 20;

    public static Figure Measure()
    {
        Agree();
        var measured = PairedRunner.Measure(
            Contender.Of("counted, with matching and reasons kept", () => LargePolicy.Ballot.Count().IsSatisfied ? 1 : 0),
            Contender.Of("lists and sets, without", () => ListedPolicy.IsSatisfied(LargePolicy.Ballot, LargePolicy.Asks) ? 1 : 0));
        return new Figure(
            $"approvals  {LargePolicy.Parts} parts, {LargePolicy.Votes} votes",
            measured,
            [
                new("counted, microseconds", MostMicroseconds, Spread.Of(measured[0].Nanoseconds.Select(time => time / 1e3))),
                new("counted / lists and sets", 1, measured[0].Over(measured[1])),
            ]);
    }

    private static void Agree()
    {
        if (LargePolicy.Asks.Parts != LargePolicy.Parts || LargePolicy.Ballot.Votes.Count != LargePolicy.Votes
            || !LargePolicy.Ballot.Count().IsSatisfied || !ListedPolicy.IsSatisfied(LargePolicy.Ballot, LargePolicy.Asks))
        {
            throw new InvalidOperationException("The contenders count different policies, or not to the end.");
        }
    }
}
