using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>What would cure a refusal: an act, someone in a role, or time (S-3).</summary>
public sealed record Remedy
{
    private Remedy(RemedyKind kind, string text, RoleId? role, Instant? until) =>
        (Kind, Text, Role, Until) = (kind, text, role, until);

    /// <summary>What manner of cure this is.</summary>
    public RemedyKind Kind { get; }

    /// <summary>The cure as a sentence without its full stop, in the imperative.</summary>
    public string Text { get; }

    /// <summary>The role that can bring the cure; null unless <see cref="Kind"/> is <see cref="RemedyKind.Ask"/>.</summary>
    public RoleId? Role { get; }

    /// <summary>The instant from which time alone has cured it; null unless <see cref="Kind"/> is <see cref="RemedyKind.Wait"/>.</summary>
    public Instant? Until { get; }

    /// <summary>Something to do.</summary>
    /// <param name="text">The act, in the imperative.</param>
    /// <returns>The remedy.</returns>
    public static Remedy Do(string text) => new(RemedyKind.Act, text, null, null);

    /// <summary>Someone to ask.</summary>
    /// <param name="role">Who can bring the cure.</param>
    /// <param name="text">What to ask for, in the imperative.</param>
    /// <returns>The remedy.</returns>
    public static Remedy Ask(RoleId role, string text) => new(RemedyKind.Ask, text, role, null);

    /// <summary>Nothing to do but wait.</summary>
    /// <param name="instant">The first instant at which the requirement is met.</param>
    /// <returns>The remedy.</returns>
    public static Remedy WaitUntil(Instant instant) => new(RemedyKind.Wait, $"Wait until {instant.ToText()}", null, instant);

    /// <summary>The cure as text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
