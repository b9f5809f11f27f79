using ChangeRelease.Domain.Calendars;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Tells what the versions of a deployment calendar hold, which windows really overlap, and what each version changes.</summary>
internal sealed class WikimediaReport(TextWriter output)
{
    private const string EveryTrain = "every week";

    private static readonly string[] _days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public int Over(string file)
    {
        var versions = WikimediaVersion.ReadAll(file);
        foreach (var version in versions)
        {
            Tell(version);
        }

        foreach (var (before, after) in versions.Zip(versions.Skip(1)))
        {
            Tell(before, after);
        }

        return new SuiteRun("wikimedia", output, showContested: false).Over(versions.SelectMany(version => version.Trains.Select(train => new WikimediaCase(version, train))));
    }

    private void Tell(WikimediaVersion version)
    {
        var names = version.Entries.ToDictionary(entry => entry.Id, entry => entry.Name);
        var overlaps = version.Trains
            .SelectMany(train => new WikimediaCase(version, train).Overlaps().Select(overlap => (Train: train, Overlap: overlap.Called(names))))
            .ToLookup(one => one.Overlap, one => one.Train);
        var freezes = version.Calendar.Rules.Count(rule => rule is Freeze);
        output.WriteLine($"{version.Date} {version.Commit} {version.Subject}");
        output.WriteLine($"  {version.Calendar}: {version.Calendar.Rules.Count - freezes} windows, {freezes} freezes, {version.Trains.Count} trains; {overlaps.Count} overlaps");
        foreach (var overlap in overlaps.OrderBy(overlap => Array.IndexOf(_days, overlap.Key[..3])).ThenBy(overlap => overlap.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"    {overlap.Key} ({Weeks(overlap, version.Trains)})");
        }
    }

    private void Tell(WikimediaVersion before, WikimediaVersion after)
    {
        output.WriteLine();
        output.WriteLine($"From {before.Date} {before.Commit} to {after.Date} {after.Commit}: {after.Subject}");
        var difference = new WikimediaDifference(before, after);
        foreach (var line in difference.Lines().DefaultIfEmpty("  Nothing opens or closes otherwise."))
        {
            output.WriteLine(line);
        }

        foreach (var line in difference.OfFreezes())
        {
            output.WriteLine(line);
        }
    }

    /// <summary>In which weeks something holds that holds in those of some trains.</summary>
    public static string Weeks(IEnumerable<string> some, IReadOnlyList<string> all) =>
        some.Distinct().ToList() is var trains && trains.Count == all.Count ? EveryTrain : $"with train {string.Join(", ", trains)}";
}
