using System.Text.Json.Serialization;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>What a change touches: one service in one environment, of one tenant where there are several. Every target is decided by itself (S-48).</summary>
/// <param name="Service">The service.</param>
/// <param name="Environment">Where.</param>
public sealed record Target(ServiceId Service, EnvironmentId Environment)
{
    /// <summary>For which tenant; null where there is only one. At the desk it is the desk's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TenantId? Tenant { get; init; }

    /// <summary>The service and where, for those who know for whom.</summary>
    internal string Place => $"{Service} in {Environment}";

    /// <summary>The service, where, and for whom.</summary>
    /// <returns>For example <c>payments in production</c>, or <c>payments in production for acme</c>.</returns>
    public override string ToString() => Tenant is null ? Place : $"{Place} for {Tenant}";
}
