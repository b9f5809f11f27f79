using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a change touches: one service in one environment. Every target is decided by itself (S-48).</summary>
/// <param name="Service">The service.</param>
/// <param name="Environment">Where.</param>
public sealed record Target(ServiceId Service, EnvironmentId Environment)
{
    /// <summary>The service and where.</summary>
    /// <returns>For example <c>payments in production</c>.</returns>
    public override string ToString() => $"{Service} in {Environment}";
}
