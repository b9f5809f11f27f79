using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>How great the risk is, by impact and likelihood; a higher impact or likelihood never has a lesser risk.</summary>
/// <param name="Rows">A row for each impact; across stand the likelihoods that something goes wrong.</param>
public sealed record RiskMatrix(ValueList<GradeRow<Grade>> Rows)
{
    /// <summary>A matrix of four by four, in which impact counts a little more than likelihood.</summary>
    public static RiskMatrix Plain { get; } = new(
    [
        new(Grade.Low, Grade.Low, Grade.Low, Grade.Low, Grade.Medium),
        new(Grade.Medium, Grade.Low, Grade.Medium, Grade.Medium, Grade.High),
        new(Grade.High, Grade.Medium, Grade.Medium, Grade.High, Grade.Critical),
        new(Grade.Critical, Grade.Medium, Grade.High, Grade.Critical, Grade.Critical),
    ]);

    private GradeGrid<Grade> Grid => new("matrix", "impact", "likelihood", Rows);

    /// <summary>The risk of an impact and a likelihood.</summary>
    /// <param name="impact">How much is touched.</param>
    /// <param name="likelihood">How likely something goes wrong.</param>
    /// <returns>The risk.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The matrix has no row for <paramref name="impact"/>, or one of them is no grade.</exception>
    public Grade For(Grade impact, Grade likelihood) => Grid.At(impact, likelihood);

    internal IEnumerable<AssessmentFault> Faults()
    {
        var faults = Grid.Faults(Enum.IsDefined).ToList();
        return faults.Count > 0 ? faults : Grid.Falls(risk => (int)risk)
            .Select(fall => new AssessmentFault("assessment.matrix.falls", fall.At, $"The risk falls from {fall.From} to {fall.To}; give at least {fall.From}."));
    }
}
