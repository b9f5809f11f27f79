namespace ChangeRelease.Domain.Changes;

/// <summary>The grades, and grades at the door.</summary>
internal static class Grades
{
    public static IReadOnlyList<Grade> All { get; } = Enum.GetValues<Grade>();

    /// <summary>A grade that there is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such grade.</exception>
    public static Grade Checked(Grade grade, string parameter) => Enum.IsDefined(grade)
        ? grade
        : throw new ArgumentOutOfRangeException(parameter, grade, "There is no such grade.");

    public static Grade? Checked(Grade? grade, string parameter) => grade is { } given ? Checked(given, parameter) : null;
}
