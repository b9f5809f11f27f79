using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>How a template stands: what a decision needs to know about the authority it gives (S-30).</summary>
/// <param name="Id">The template.</param>
/// <param name="Version">Its published version.</param>
/// <param name="IsPublished">Whether that version is published and not retired.</param>
/// <param name="Expires">The first instant at which it no longer authorizes; null when it does not expire.</param>
/// <param name="UsesLeft">How many more changes it may authorize; null when it is not limited.</param>
/// <param name="Services">The services it may be used for.</param>
/// <param name="Environments">The environments it may be used in.</param>
public sealed record TemplateStanding(
    TemplateId Id,
    int Version,
    bool IsPublished,
    Instant? Expires,
    int? UsesLeft,
    ValueList<ServiceId> Services,
    ValueList<EnvironmentId> Environments)
{
    /// <summary>Says everything that keeps the template from covering a content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The rest of sentences that begin with the template; none when it covers the content.</returns>
    internal IEnumerable<string> Lapses(ChangeContent content, Instant now)
    {
        if (!IsPublished)
        {
            yield return "is not published";
        }

        if (Expires <= now)
        {
            yield return $"expired at {Expires.Value.ToText()}";
        }

        foreach (var outside in OutsideScope(content))
        {
            yield return $"does not cover {outside}";
        }
    }

    internal IEnumerable<string> OutsideScope(ChangeContent content) =>
        content.Services.Except(Services).Select(service => service.Value).Concat(content.Environments.Except(Environments).Select(environment => environment.Value));
}
