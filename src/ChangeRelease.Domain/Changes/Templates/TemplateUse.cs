using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>One use of a published version of a template by a change that is not over (S-30).</summary>
/// <param name="Change">The change.</param>
/// <param name="Number">The number of the template's version.</param>
/// <param name="Version">The version of the change's own history that takes the use up; what the change was before it says nothing about it.</param>
/// <param name="Expires">The first instant at which it is void unless it was confirmed; null once it is.</param>
public sealed record TemplateUse(ChangeId Change, int Number, long Version, Instant? Expires)
{
    /// <summary>Whether the change has taken it up, so that it no longer expires.</summary>
    public bool IsConfirmed => Expires is null;

    /// <summary>Whether it counts.</summary>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>True while it is confirmed, or has not expired.</returns>
    public bool Stands(Instant now) => Expires is not { } expires || now < expires;
}
