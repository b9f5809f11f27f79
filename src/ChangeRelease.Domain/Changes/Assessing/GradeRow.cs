namespace ChangeRelease.Domain.Changes;

/// <summary>One row of a table of grade by grade: what holds for one grade down the side and each grade across.</summary>
/// <typeparam name="T">What the table gives.</typeparam>
/// <param name="Of">The grade down the side.</param>
/// <param name="Low">What holds for <see cref="Grade.Low"/> across.</param>
/// <param name="Medium">What holds for <see cref="Grade.Medium"/> across.</param>
/// <param name="High">What holds for <see cref="Grade.High"/> across.</param>
/// <param name="Critical">What holds for <see cref="Grade.Critical"/> across.</param>
public sealed record GradeRow<T>(Grade Of, T Low, T Medium, T High, T Critical)
{
    /// <summary>What holds for a grade across.</summary>
    /// <param name="across">The grade across.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="across"/> is no grade.</exception>
    public T For(Grade across) => across switch
    {
        Grade.Low => Low,
        Grade.Medium => Medium,
        Grade.High => High,
        Grade.Critical => Critical,
        _ => throw new ArgumentOutOfRangeException(nameof(across), across, "There is no such grade."),
    };
}
