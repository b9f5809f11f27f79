using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Everything that the second check of a permit looks at: what is about to begin, and what is known (S-2).</summary>
public sealed record PermitCase
{
    /// <summary>States what is about to begin.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="environment">Where the step would begin.</param>
    /// <param name="content">The digest of what would be brought there.</param>
    /// <param name="actor">Who would begin it, from the authenticated call (S-9).</param>
    /// <param name="at">Now; truncated to microseconds.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PermitCase(Permit permit, EnvironmentId environment, Digest content, Actor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(permit);
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(actor);
        (Permit, Environment, Content, Actor, At) = (permit, environment, content, actor, at.ToMicroseconds());
    }

    /// <summary>The permit.</summary>
    public Permit Permit { get; }

    /// <summary>Where the step would begin.</summary>
    public EnvironmentId Environment { get; }

    /// <summary>The digest of what would be brought there.</summary>
    public Digest Content { get; }

    /// <summary>Who would begin it.</summary>
    public Actor Actor { get; }

    /// <summary>Now, in whole microseconds.</summary>
    public Instant At { get; }

    /// <summary>The change as its verified stream has it; null when there is none.</summary>
    public ChangeRequest? Change { get; init; }

    /// <summary>The hash of the record at the version that the permit names, in that stream; null when it has no such record.</summary>
    public Digest? HeadThere { get; init; }

    /// <summary>Whether the host's verifier knows the signature; null when there is none. Looked at where there is no stream.</summary>
    public bool? IsGenuine { get; init; }

    internal PermitStanding? Standing => Change?.Permits.FirstOrDefault(standing => standing.Permit == Permit);
}
