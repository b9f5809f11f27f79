using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What kind of release it is: a typed name, open to hosts; policies and freezes know it as a class.</summary>
public sealed record ReleaseType : Identifier
{
    /// <summary>Names a type.</summary>
    /// <param name="value">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a name.</exception>
    public ReleaseType(string value)
        : base(value)
    {
    }

    /// <summary>Breaks what was promised before.</summary>
    public static ReleaseType Major { get; } = new("major");

    /// <summary>Adds to what was promised before.</summary>
    public static ReleaseType Minor { get; } = new("minor");

    /// <summary>Mends, and adds nothing.</summary>
    public static ReleaseType Patch { get; } = new("patch");

    /// <summary>Mends at once; it may carry emergency changes.</summary>
    public static ReleaseType Hotfix { get; } = new("hotfix");
}
