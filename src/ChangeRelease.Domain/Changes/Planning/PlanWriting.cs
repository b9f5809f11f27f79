using System.Text.Json;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Writes a plan canonically, every part of every task in its place: what votes are bound to (S-23).</summary>
internal static class PlanWriting
{
    public static void WriteTo(this ChangePlan plan, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var task in plan.Tasks)
        {
            Write(json, task);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PlanTask task)
    {
        json.WriteStartArray();
        json.WriteStringValue(task.Name);
        json.WriteStringValue(task.Owner?.Actor?.Value);
        json.WriteStringValue(task.Owner?.Role?.Value);
        Write(json, task.Length);
        json.WriteBooleanValue(task.IsPointOfNoReturn);
        Write(json, task.Outages);
        json.WriteStringValue(task.Evidence);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Duration? length)
    {
        if (length is { } stated)
        {
            json.WriteNumberValue(PlanLength.Microseconds(stated));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Outage> outages)
    {
        json.WriteStartArray();
        foreach (var outage in outages)
        {
            json.WriteStringValue(outage.Service.Value);
            json.WriteNumberValue(PlanLength.Microseconds(outage.Length));
        }

        json.WriteEndArray();
    }
}
