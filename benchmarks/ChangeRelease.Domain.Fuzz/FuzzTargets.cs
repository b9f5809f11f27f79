namespace ChangeRelease.Domain.Fuzz;

/// <summary>Every reader that is tried, and what it is tried with.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } = [new RecurrenceTarget(), new CalendarFileTarget()];

    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    /// <summary>The seeds of a target, in the order of their names.</summary>
    public static IReadOnlyList<byte[]> Corpus(IFuzzTarget target) =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", target.Name)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
