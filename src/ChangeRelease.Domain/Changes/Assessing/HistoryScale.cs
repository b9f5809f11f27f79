namespace ChangeRelease.Domain.Changes;

/// <summary>How great the risk is, by how often changes like this one may fail: the most that the interval leaves open, so that few trials never lower it.</summary>
/// <param name="Confidence">How sure the interval is meant to be.</param>
/// <param name="Failing">Grades the highest rate of failure that is left open, in basis points, from 0 to 10,000.</param>
public sealed record HistoryScale(Confidence Confidence, GradeScale Failing)
{
    private const string Place = "history";

    internal RiskContribution Voice(SimilarChanges similar)
    {
        var failing = SuccessInterval.Whole - SuccessInterval.Of(similar, Confidence).Lowest;
        return new RiskContribution(RiskSource.History, Failing.For(failing), $"{similar} similar changes succeeded, so up to {SuccessInterval.Percent(failing)} may fail");
    }

    internal IEnumerable<AssessmentFault> Faults() => Enum.IsDefined(Confidence)
        ? Failing.Faults(Place, 0, SuccessInterval.Whole)
        : [new AssessmentFault("assessment.history.confidence-unknown", Place, $"There is no confidence {Confidence}."), .. Failing.Faults(Place, 0, SuccessInterval.Whole)];
}
