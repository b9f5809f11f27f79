using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What some versions of a service need of another that runs beside them (S-53).</summary>
/// <param name="Service">The service that needs something.</param>
/// <param name="Versions">Those of its versions that need it.</param>
/// <param name="On">The service that is needed.</param>
/// <param name="Range">The versions of it that will do: each that runs has to be one of them, and at least one has to run.</param>
public sealed record VersionNeed(ServiceId Service, VersionRange Versions, ServiceId On, VersionRange Range)
{
    /// <summary>The need in words.</summary>
    /// <returns>For example <c>payments &gt;=2.0.0 needs ledger ^1.4.0</c>.</returns>
    public override string ToString() => $"{Service} {Versions} needs {On} {Range}";
}
