using NodaTime;

namespace ReleasePortfolio;

/// <summary>A version that somebody publishes, and that we roll out.</summary>
/// <param name="Product">Of what.</param>
/// <param name="Version">Which.</param>
/// <param name="Kind">What it is.</param>
/// <param name="OutOn">The day on which it is published.</param>
internal sealed record VersionOut(string Product, string Version, VersionKind Kind, LocalDate OutOn)
{
    public string Name => $"{Product} {Version}";

    /// <summary>Versions that replace one another: 3.14.4 is of the line 3.14.</summary>
    public string Line => string.Join('.', Version.Split('.').Take(2));
}
