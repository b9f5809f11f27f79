using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>What can be wrong with a package and the configurations beside it; each rule gives a reason for everything that is.</summary>
internal static class PackageRules
{
    public static IEnumerable<Why> Unfit(ValueList<Artifact> artifacts) => artifacts
        .Where(artifact => Text.IsBlank(artifact.Name))
        .Select(artifact => Why.Because($"The artifact {artifact.Digest.Abbreviated} has no name.").CuredBy(Remedy.Do("Give every artifact a name")))
        .Concat(Repeated(artifacts, artifact => artifact.Name).Select(name => Why.Because($"More than one artifact is called '{name}'.").CuredBy(Remedy.Do($"Keep one artifact called '{name}'"))));

    public static IEnumerable<Why> Unproven(Provenance provenance, Instant now)
    {
        if (Text.IsBlank(provenance.Source))
        {
            yield return Why.Because("The package does not say from which source revision it was built.").CuredBy(Remedy.Do("Name the source revision"));
        }

        if (Text.IsBlank(provenance.Builder))
        {
            yield return Why.Because("The package does not say what built it.").CuredBy(Remedy.Do("Name the builder and its version"));
        }

        if (provenance.At > now)
        {
            yield return Why.Because($"The package claims to be built at {provenance.At.ToText()}, which is yet to come.").Seeing("now", now.ToText()).CuredFrom(provenance.At);
        }
    }

    public static IEnumerable<Why> Unfit(ValueList<ConfigurationVersion> configurations) => configurations
        .Where(configuration => Text.IsBlank(configuration.Version))
        .Select(configuration => Why.Because($"The configuration for {configuration.Environment} has no version.").CuredBy(Remedy.Do($"Amend the content: name the version of the configuration for {configuration.Environment}")))
        .Concat(Repeated(configurations, configuration => configuration.Environment.Value).Select(environment => Why.Because($"More than one configuration is for {environment}.").CuredBy(Remedy.Do($"Amend the content: keep one configuration for {environment}"))));

    private static IEnumerable<string> Repeated<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.GroupBy(name, StringComparer.Ordinal).Where(alike => alike.Count() > 1 && !Text.IsBlank(alike.Key)).Select(alike => alike.Key);
}
