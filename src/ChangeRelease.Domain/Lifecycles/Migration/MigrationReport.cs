using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What would become of many subjects under a map; nothing was moved.</summary>
/// <param name="From">The definition that would be left.</param>
/// <param name="To">The definition that would be entered.</param>
/// <param name="Subjects">How many were looked at.</param>
/// <param name="Moved">How many of each state would be moved, in the order of the map; every state of it is listed.</param>
/// <param name="Refused">How often each reason was given, ordered by code; a subject may have several.</param>
/// <param name="Examples">The first subjects that cannot be moved, with their reasons; at most <see cref="MostExamples"/>.</param>
public sealed record MigrationReport(
    LifecycleRef From,
    LifecycleRef To,
    long Subjects,
    ValueList<MigrationCount> Moved,
    ValueList<RefusalCount> Refused,
    ValueList<MigrationExample> Examples)
{
    /// <summary>The greatest number of examples that is kept.</summary>
    public const int MostExamples = 100;

    private const int MostPrinted = 5;

    /// <summary>How many would be moved.</summary>
    public long WouldMove => Moved.Sum(count => count.Subjects);

    /// <summary>How many cannot be moved.</summary>
    public long WouldNotMove => Subjects - WouldMove;

    /// <summary>The counts, and the first few examples of what cannot be moved.</summary>
    /// <returns>Lines joined by line feeds, without one at the end.</returns>
    public override string ToString()
    {
        var lines = new List<string> { FormattableString.Invariant($"{From} to {To}: {Subjects} subjects, {WouldMove} would move, {WouldNotMove} would not") };
        lines.AddRange(Moved.Where(count => count.Subjects > 0).Select(count => $"  {count}"));
        lines.AddRange(Refused.Select(count => $"  {count}"));
        lines.AddRange(Examples.Take(MostPrinted).Select(example => $"    {example}"));
        if (WouldNotMove > MostPrinted)
        {
            lines.Add("    ...");
        }

        return string.Join('\n', lines);
    }
}

/// <summary>How many subjects would be moved from one state to another.</summary>
/// <param name="Move">From which state to which, and which triggers they gain and lose.</param>
/// <param name="Subjects">How many.</param>
public sealed record MigrationCount(MigrationMove Move, long Subjects)
{
    /// <summary>The number and the move.</summary>
    /// <returns>For example <c>1000 Draft -> Draft</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Subjects} {Move}");
}

/// <summary>How often a reason was given.</summary>
/// <param name="Code">The refusal's stable code.</param>
/// <param name="Subjects">For how many subjects.</param>
public sealed record RefusalCount(string Code, long Subjects)
{
    /// <summary>The number and the code.</summary>
    /// <returns>For example <c>12 not: lifecycle.migration.elsewhere</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Subjects} not: {Code}");
}

/// <summary>A subject that cannot be moved.</summary>
/// <param name="Subject">Its name.</param>
/// <param name="Refusals">Every reason.</param>
public sealed record MigrationExample(string Subject, ValueList<Refusal> Refusals)
{
    /// <summary>The name and the reasons.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Subject}: {string.Join("; ", Refusals)}";
}
