// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/view_mapping.h"
#include "canvas/tools/tool_host.h"

#include <QAbstractScrollArea>
#include <QPointer>

#include <memory>

class QThreadPool;

namespace jackfield {

class AutoLayout;
class CanvasEditor;
class CanvasInput;
class CanvasPicture;
class QuickAdd;
class RemoteFlash;
class ViewportControls;
struct DocumentChange;

/// Shows the graph of one document and takes the input of its user. Gestures are tools (canvas/tools), commands are
/// functions over editor() (canvas/editing), painting is canvas/scene.
class CanvasView : public QAbstractScrollArea, public ToolHost
{
    Q_OBJECT

public:
    /// `document` outlives the view, as do `workers`, on which large flows are laid out. Not the global pool: frames
    /// are painted by that one.
    CanvasView(Document &document, QThreadPool &workers, QWidget *parent = nullptr);
    ~CanvasView() override;

    /// The document and what is selected in it, for commands of menus and keys.
    CanvasEditor &editor() { return *m_editor; }
    const Document &document() const override { return m_document; }
    const Scene &scene() const override { return m_scene; }
    QString nameOf(const NodeId &node) const override;

    const Theme &theme() const override { return m_theme; }
    void setTheme(const Theme &theme);
    void setMarks(MarkLayer layer, const Marks &marks); ///< all that is marked in that layer from now on
    void setProblems(const Problems &problems); ///< marks of both severities
    void setAnimated(bool on) { m_animated = on; } ///< starts as the desktop says
    /// Most nodes wait for the position that an automatic layout gives them: nothing is drawn until arranged().
    bool isArranging() const;
    void tidyUp(); ///< lays the selection or everything out, off the GUI thread; one undo step

    Viewport viewportState() const override { return m_viewport; }
    void setViewportState(const Viewport &viewport) override;
    QPointF toScene(QPointF viewPoint) const override { return mapping().toScene(viewPoint); }
    QPointF toView(QPointF scenePoint) const override { return mapping().toView(scenePoint); }
    QRectF shownArea() const override { return mapping().shownArea(); }
    QPointF middle() const; ///< scene point in the middle of the view
    QPointF placeForNew() const; ///< scene point under the pointer when it is over the canvas, else the middle
    double pointerReach() const override;
    QPointF snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const override;
    void zoomBy(double factor, QPointF viewPoint); ///< the scene point under viewPoint stays
    void resetZoom(); ///< 100 %
    void fit(); ///< everything, 5 % margin
    void fitSelection();
    void centreOn(const NodeId &node);
    bool showsNodes() const; ///< whether any node is in the view
    void panBy(QPointF viewOffset) override;

    const Selection &selection() const override;
    void setSelection(Selection selection) override;
    void setCurrentNode(const NodeId &node) override;
    void setHover(const SceneHit &hit) override;
    void setGhost(const QSet<NodeId> &nodes, QPointF offset) override;
    void clearGhost() override;
    void updateOverlay(const QRectF &sceneArea) override;
    void showMessage(const QString &message) override;

    std::optional<GraphDelta> perform(const GraphEdits &edits, const QString &label) override;
    void moveSelection(QPointF offset) override;
    void duplicateSelection(QPointF offset) override;
    void openQuickAdd(QPointF scenePoint, const std::optional<OpenWire> &wire = {}) override;

signals:
    void selectionChanged();
    void viewportChanged();
    void arranged();
    /// A sentence for the status bar: why a connection is not allowed, what a gesture would do. Empty clears it.
    void messageShown(const QString &message);
    /// The user wants the inspector's first field of this node (double click, Enter).
    void editRequested(const jackfield::NodeId &node);
    /// Right click, Menu key or long press; what is under it is selected by then. Global position.
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void follow(const DocumentChange &change); ///< document signal -> scene delta -> damage
    void showSelection();
    void damage(const SceneDamage &damage);
    ViewMapping mapping() const;
    void viewportMoved(); ///< after every change of m_viewport
    void showArea(const QRectF &sceneArea); ///< as large as it fits, 5 % margin
    bool navigate(QEvent *event); ///< pinch, smart zoom and pan of a touch pad; true when it was one
    void paintHint(QPainter &painter, const QString &text) const;
    QString emptyHint() const;
    void addChosen(const QByteArray &type, QPointF scenePoint, const std::optional<OpenWire> &wire);

    Document &m_document;
    Scene m_scene;
    Theme m_theme;
    Viewport m_viewport;
    bool m_animated = true;
    bool m_fitPending = true; ///< nobody has chosen a place yet: fit once the size is known
    std::unique_ptr<CanvasPicture> m_picture;
    CanvasEditor *m_editor = nullptr;
    AutoLayout *m_layout = nullptr;
    CanvasInput *m_input = nullptr;
    RemoteFlash *m_flash = nullptr;
    ViewportControls *m_controls = nullptr;
    QPointer<QuickAdd> m_quickAdd;
    QList<QByteArray> m_recentTypes; ///< chosen in quick add, latest first
};

} // namespace jackfield
