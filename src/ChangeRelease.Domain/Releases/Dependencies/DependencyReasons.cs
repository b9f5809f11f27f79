using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Says what stands between a release and its start, with the path that leads there (S-3, S-53).</summary>
internal static class DependencyReasons
{
    public const string MissingCode = "release.dependency.missing";
    public const string MissingSentence = "Every release that it goes live after is known.";
    public const string CycleCode = "release.dependency.cycle";
    public const string CycleSentence = "No release waits for itself, directly or by others.";

    public static Why Missing(IEnumerable<ReleaseId> path) => Because($"The release {path.Last()} is not known, and {path.SkipLast(1).Last()} goes live after it.", path)
        .CuredBy(Remedy.Do($"Plan {path.Last()}"), Remedy.Do($"Take {path.Last()} out of what {path.SkipLast(1).Last()} goes live after"));

    public static Why Cycle(ValueList<ReleaseId> cycle) => Because(cycle.Count == 2 ? $"{cycle[0]} waits for itself." : $"{string.Join(", ", cycle.Skip(1))} wait for each other.", cycle)
        .CuredBy([.. cycle.Zip(cycle.Skip(1)).Select(arrow => Remedy.Do($"Let {arrow.First} go live without {arrow.Second}"))]);

    public static IEnumerable<Why> NotLive(DependencyCase it) => it.Walk.Waiting.Select(path =>
        Because($"{path[^1]} is not live in {it.Live.Environment}.", path).CuredBy(Remedy.Do($"Let {path[^1]} go live first")));

    public static IEnumerable<Why> Unmet(DependencyCase it) => it.Meetings.Lonely.Select(lonely => Lonely(it, lonely.Need, lonely.Needing))
        .Concat(it.Meetings.Unmet.Select(unmet => Unmet(it, unmet.Need, unmet.Needing, unmet.Found)));

    public static IEnumerable<Why> Skewed(DependencyCase it) => it.Skewed.Select(skewed => Overlapping(
        it,
        skewed.One,
        skewed.Other,
        Because($"{skewed.One} and {skewed.Other} would run beside each other in {it.Live.Environment}, and their minors may be at most {skewed.Limit.Minors} apart within one major.", it.Release, skewed.One, skewed.Other)
            .CuredBy(Remedy.Do($"Bring {Older(skewed.One, skewed.Other).Service} closer first, in smaller steps")))
        .CuredBy(Remedy.Do($"Have {skewed.One} beside {skewed.Other} allowed by name, with the reason")));

    public static IEnumerable<Why> Downgrades(DependencyCase it) => it.Downgrades.Select(back =>
        Because($"{back.Running} runs in {it.Live.Environment}, and {it.Release} would take it back to {back.To}.", it.Release, back.Running, back.To)
            .CuredBy(Remedy.Do($"Bring {back.Running.Service} {back.Running.Version} or later"), Remedy.Do($"Have the downgrade from {back.Running.Version} to {back.To} allowed by name, with the reason")));

    private static Why Lonely(DependencyCase it, VersionNeed need, RunningVersion needing) =>
        Because($"{needing} needs {need.On} {need.Range}, and no {need.On} runs in {it.Live.Environment}.", it.Release, needing, $"{need.On} {need.Range}")
            .CuredBy([.. Bringers(it, need), Remedy.Do($"Bring {need.On} {need.Range} to {it.Live.Environment} first")]);

    private static Why Unmet(DependencyCase it, VersionNeed need, RunningVersion needing, RunningVersion found)
    {
        var why = Because($"{needing} needs {need.On} {need.Range}, and {found} would run beside it in {it.Live.Environment}.", it.Release, needing, $"{need.On} {need.Range}", found);
        return found.IsNew
            ? Overlapping(it, needing, found, why.CuredBy(needing.IsNew ? Remedy.Do($"Bring another version of {need.On}") : Remedy.Do($"Bring a {need.Service} first that takes {found}")))
            : Overlapping(it, needing, found, why.CuredBy([.. Bringers(it, need), Remedy.Do($"Bring {need.On} {need.Range} first")]));
    }

    // What only meets because old and new ones run beside each other for a while is cured by changing over at once.
    private static Why Overlapping(DependencyCase it, RunningVersion one, RunningVersion other, Why why) =>
        new[] { one, other }.Any(running => !running.IsNew && it.Meetings.Release.Brings.Any(brought => brought.Service == running.What.Service))
            ? why.CuredBy(Remedy.Do("Change over at once, so that old and new ones do not run beside each other"))
            : why;

    private static IEnumerable<Remedy> Bringers(DependencyCase it, VersionNeed need) =>
        from release in it.Dependencies.Bringing(need.On)
        where release.Id != it.Release && !it.Live.Released.Contains(release.Id)
        from brought in release.Brings
        where brought.Service == need.On && need.Range.Contains(brought.Version)
        select Remedy.Do($"Let {release.Id} go live first, which brings {brought}");

    private static ServiceVersion Older(RunningVersion one, RunningVersion other) => one.What.Version.IsOlderThan(other.What.Version) ? one.What : other.What;

    private static Why Because(string text, params IEnumerable<object> path) => Why.Because(text).Seeing("path", string.Join(" → ", path));
}
