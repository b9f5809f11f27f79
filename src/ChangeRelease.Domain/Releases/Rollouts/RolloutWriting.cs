using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Writes the plan of a rollout canonically, and its gates, every part in its place: what votes are bound to (S-23).</summary>
internal static class RolloutWriting
{
    public static void WriteTo(this RolloutPlan? plan, Utf8JsonWriter json)
    {
        if (plan is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(plan.Strategy.ToString());
        Write(json, plan.RollbackWindow);
        foreach (var stage in plan.Stages)
        {
            Write(json, stage);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, RolloutStage stage)
    {
        json.WriteStartArray();
        json.WriteStringValue(stage.Name);
        json.WriteStringValue(stage.Environment.Value);
        json.WriteNumberValue(stage.Exposure.BasisPoints);
        Write(json, stage.Bake);
        foreach (var gate in stage.Gates)
        {
            Write(json, gate);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Gate gate)
    {
        json.WriteStartArray();
        json.WriteStringValue(gate.Name);
        json.WriteStringValue(gate.Kind.ToString());
        json.WriteStringValue(gate.Least?.ToString());
        json.WriteStringValue(gate.Role?.Value);
        json.WriteStringValue(gate.Person?.Value);
        json.WriteEndArray();
    }

    public static void WriteTo(this ValueList<Criterion> criteria, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var criterion in criteria)
        {
            json.WriteStringValue(criterion.Before.ToString());
            Write(json, criterion.Gate);
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, Duration? length)
    {
        if (length is { } stated)
        {
            json.WriteNumberValue(Microseconds.Of(stated));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
