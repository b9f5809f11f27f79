using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Changes;

/// <summary>A table of grade by grade, looked at for everything that is wrong with it.</summary>
internal sealed record GradeGrid<T>(string Place, string Side, string Across, ValueList<GradeRow<T>> Rows)
{
    /// <summary>The cell of two grades; the table must have no faults.</summary>
    public T At(Grade side, Grade across)
    {
        foreach (var row in Rows)
        {
            if (row.Of == side)
            {
                return row.For(across);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(side), side, "There is no such grade.");
    }

    /// <summary>Grades without a row, with several, or that do not exist; and cells that hold nothing there is.</summary>
    public IEnumerable<AssessmentFault> Faults(Func<T, bool> isValue) => Missing().Concat(Repeated()).Concat(Strange()).Concat(Empty(isValue));

    /// <summary>Every step to a higher grade at which the cell falls; only for tables that are whole.</summary>
    public IEnumerable<(string At, T From, T To)> Falls(Func<T, int> rank) =>
        from side in Grades.All
        from across in Grades.All
        from next in Next(side, across)
        let before = At(side, across)
        let after = At(next.Side, next.Across)
        where rank(after) < rank(before)
        select ($"{Place}, {Side} {next.Side} and {Across} {next.Across}", before, after);

    private static IEnumerable<(Grade Side, Grade Across)> Next(Grade side, Grade across)
    {
        if (side < Grade.Critical)
        {
            yield return (side + 1, across);
        }

        if (across < Grade.Critical)
        {
            yield return (side, across + 1);
        }
    }

    private IEnumerable<AssessmentFault> Missing() => Grades.All
        .Where(grade => !Rows.Any(row => row.Of == grade))
        .Select(grade => new AssessmentFault("assessment.table.row-missing", Place, $"No row says what holds for {Side} {grade}; give it one."));

    private IEnumerable<AssessmentFault> Repeated() => Rows
        .GroupBy(row => row.Of)
        .Where(same => same.Count() > 1)
        .Select(same => new AssessmentFault("assessment.table.row-repeated", Place, FormattableString.Invariant($"{same.Count()} rows say what holds for {Side} {same.Key}; keep one.")));

    private IEnumerable<AssessmentFault> Strange() => Rows
        .Where(row => !Enum.IsDefined(row.Of))
        .Select(row => new AssessmentFault("assessment.table.grade-unknown", Place, $"There is no grade {row.Of}; a row is for one of {string.Join(", ", Grades.All)}."));

    private IEnumerable<AssessmentFault> Empty(Func<T, bool> isValue) =>
        from row in Rows
        from across in Grades.All
        where !isValue(row.For(across))
        select new AssessmentFault("assessment.table.value-unknown", $"{Place}, {Side} {row.Of} and {Across} {across}", $"'{row.For(across)}' is nothing that may stand here.");
}
