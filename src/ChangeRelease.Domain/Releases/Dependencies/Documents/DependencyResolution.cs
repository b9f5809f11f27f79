using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Makes dependencies of the model of a document, and tells everything that keeps it from being some.</summary>
internal sealed class DependencyResolution(DocumentFaults faults)
{
    public ReleaseDependencies? Dependencies(DependenciesEntry entry)
    {
        var releases = entry.Releases.Select((release, place) => Release(release, $"$.releases[{place}]")).ToList();
        var needs = (entry.Needs ?? []).Select((need, place) => Need(need, $"$.needs[{place}]")).ToList();
        var limits = (entry.Limits ?? []).Select((limit, place) => Limit(limit, $"$.limits[{place}]")).ToList();
        Twice(entry.Releases.Select(release => release.Id), place => $"$.releases[{place}].id", "release");
        TooMany(entry.Releases.Sum(release => (long)(release.After?.Count ?? 0)), ReleaseDependencies.MostArrows, "$.releases", "arrows to others in the members 'after'");
        TooMany(needs.Count + limits.Count, ReleaseDependencies.MostRules, "$", "needs and limits");
        return faults.Count > 0 ? null : ReleaseDependencies.Of(releases.ToValueList()!, needs.ToValueList()!, limits.ToValueList()!);
    }

    private DependentRelease? Release(DependentReleaseEntry entry, string path)
    {
        faults.Step();
        var id = Named($"{path}.id", entry.Id, name => new ReleaseId(name));
        var brings = entry.Brings.Select((brought, place) => Brought(brought, $"{path}.brings[{place}]")).ToList();
        var after = (entry.After ?? []).Select((name, place) => Named($"{path}.after[{place}]", name, text => new ReleaseId(text))).ToList();
        Twice(entry.Brings.Select(brought => brought.Service), place => $"{path}.brings[{place}].service", "service");
        return id is null || brings.Contains(null) || after.Contains(null)
            ? null
            : new DependentRelease(id, brings.ToValueList()!, after.ToValueList()!) { IsGradual = entry.Gradual ?? true };
    }

    private ServiceVersion? Brought(ServiceVersionEntry entry, string path)
    {
        faults.Step();
        var service = Service($"{path}.service", entry.Service);
        var version = Read($"{path}.version", SemanticVersion.Read(entry.Version));
        return service is null || version is null ? null : new ServiceVersion(service, version);
    }

    private VersionNeed? Need(VersionNeedEntry entry, string path)
    {
        faults.Step();
        var (service, on) = (Service($"{path}.service", entry.Service), Service($"{path}.on", entry.On));
        var versions = entry.Versions is { } text ? Read($"{path}.versions", VersionRange.Read(text)) : VersionRange.Any;
        var range = Read($"{path}.range", VersionRange.Read(entry.Range));
        return service is null || on is null || versions is null || range is null ? null : new VersionNeed(service, versions, on, range);
    }

    private SkewLimit? Limit(SkewLimitEntry entry, string path)
    {
        faults.Step();
        var (one, other) = (Service($"{path}.one", entry.One), Service($"{path}.other", entry.Other));
        if (entry.Minors < 0)
        {
            faults.Fault("document.minors-unfit", $"{path}.minors", "A difference is not below 0. Write 0 or more.");
        }

        return one is null || other is null || entry.Minors < 0 ? null : new SkewLimit(one, other, entry.Minors);
    }

    private void Twice(IEnumerable<string> names, Func<int, string> path, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in names.Select((name, place) => (name, place)).Where(named => !seen.Add(named.name)).Select(named => named.place))
        {
            faults.Fault("document.named-twice", path(place), $"The {what} is named twice. Keep one, or rename the other.");
        }
    }

    private void TooMany(long count, int most, string path, string what)
    {
        if (count > most)
        {
            faults.Fault("document.too-many-items", path, FormattableString.Invariant($"There are {count} {what}; {most} is the most. Take some out."));
        }
    }

    private ServiceId? Service(string path, string name) => Named(path, name, text => new ServiceId(text));

    private T? Named<T>(string path, string name, Func<string, T> make)
        where T : class
    {
        if (Identifier.Problem(name) is { } problem)
        {
            faults.Fault("document.name-unfit", path, $"A name {problem}. Write another one.");
            return null;
        }

        return make(name);
    }

    private T? Read<T>(string path, VersionReading<T> reading)
        where T : class
    {
        foreach (var fault in reading.Faults)
        {
            faults.Add(fault.Code, path, $"{fault.Part}: {fault.Message}");
        }

        return reading.Value;
    }
}
